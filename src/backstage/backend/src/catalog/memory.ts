import type { Knex } from 'knex';
import { PUSHES } from '../database';
import type { Memory, Pushed } from './push';

/** What was pushed last, for all of a portal's backends. */
export class PushMemory implements Memory {
  constructor(private readonly knex: Knex) {}

  async read(): Promise<Pushed | undefined> {
    const [row] = await this.knex<Pushed>(PUSHES).select('generation', 'pages', 'digest', 'at');
    return row && { ...row, at: Number(row.at) };
  }

  async write(pushed: Pushed): Promise<void> {
    await this.knex(PUSHES)
      .insert({ id: 1, ...pushed })
      .onConflict('id')
      .merge();
  }
}
