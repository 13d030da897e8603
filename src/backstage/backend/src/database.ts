import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

export const TASKS = 'housecount_tasks';
export const TASK_EVENTS = 'housecount_task_events';
export const PUSHES = 'housecount_pushes';

/** In their order; what is there is never changed, only added to. */
const MIGRATIONS: { name: string; up: (knex: Knex) => Promise<void>; down: (knex: Knex) => Promise<void> }[] = [
  {
    name: '1-runs-and-pushes',
    async up(knex) {
      await knex.schema.createTable(TASKS, table => {
        table.string('task_id', 255).primary();
        table.text('template').comment('Entity ref; null until an event names it');
        table.text('created_by').comment('Entity ref; null where a service did');
        table.bigInteger('opened_at').comment('Of the present try, in milliseconds since 1970');
        table.boolean('has_ended').notNullable();
        table.bigInteger('seen_at').notNullable().index();
      });
      await knex.schema.createTable(TASK_EVENTS, table => {
        table.string('id', 36).primary();
        table.string('task_id', 255).notNullable();
        table.string('subject', 32).notNullable();
        table.bigInteger('at').notNullable().index();
        table.double('seconds').comment('From the beginning to this end; null for others');
        table.boolean('is_sent').notNullable().index();
      });
      await knex.schema.createTable(PUSHES, table => {
        table.integer('id').primary().comment('1: there is one');
        table.string('generation', 100).notNullable();
        table.integer('pages').notNullable();
        table.string('digest', 100).notNullable();
        table.bigInteger('at').notNullable();
      });
    },
    async down(knex) {
      await knex.schema.dropTable(TASKS).dropTable(TASK_EVENTS).dropTable(PUSHES);
    },
  },
];

const migrationSource: Knex.MigrationSource<(typeof MIGRATIONS)[number]> = {
  getMigrations: async () => MIGRATIONS,
  getMigrationName: ({ name }) => name,
  getMigration: async migration => migration,
};

/** The plugin's own database, with its tables. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ migrationSource });
  }
  return knex;
}
