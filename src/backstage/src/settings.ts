import type { ConfigApi } from '@backstage/core-plugin-api';

const ROOT = 'app.analytics.housecount';

/** What is given takes the place of what the configuration says; what is empty is not set. */
export class Settings {
  constructor(
    private readonly config: ConfigApi,
    private readonly given: object,
  ) {}

  text(key: string): string | undefined {
    return this.find(key, config => config.getString(`${ROOT}.${key}`));
  }

  flag(key: string): boolean | undefined {
    return this.find(key, config => config.getBoolean(`${ROOT}.${key}`));
  }

  texts(key: string): string[] {
    return this.find(key, config => config.getStringArray(`${ROOT}.${key}`)) ?? [];
  }

  /** @throws Error when it is out of its range */
  number(key: string, fallback: number, min: number, max: number): number {
    const value = this.find(key, config => config.getNumber(`${ROOT}.${key}`)) ?? fallback;
    if (!(value >= min && value <= max)) {
      throw new Error(`${ROOT}.${key} is ${value}; it must be from ${min} to ${max}`);
    }
    return value;
  }

  /** A flag of the configuration alone, by its whole name. */
  isOn(name: string): boolean {
    return isSet(this.config.getOptional(name)) && this.config.getBoolean(name);
  }

  private find<T>(key: string, read: (config: ConfigApi) => T): T | undefined {
    const given = (this.given as Record<string, unknown>)[key];
    if (isSet(given)) {
      return given as T;
    }
    // An empty value instead of the whole section has no keys.
    const section = this.config.getOptional(ROOT);
    return isSet(section) && isSet(this.config.getOptional(`${ROOT}.${key}`)) ? read(this.config) : undefined;
  }
}

/** Configuration has '' where a variable of the environment is empty. */
function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && !value.trim());
}
