/** The reader's own variant of the portal's language, which writes dates as the reader does; else the language. */
export function localeOf(language: string, preferred: readonly string[]): string {
  const base = language.split('-')[0]?.toLowerCase();
  const own = preferred.find(each => each.split('-')[0]?.toLowerCase() === base);
  return language.includes('-') ? language : (own ?? language);
}
