import type pg from 'pg'
import { rulesOf, type BenchTown } from './bench-town.ts'

/** The town as the tables that score.sql reads: whole hundredths and fen in int columns, one row per entry. */
const tables = `
  create table person (id text primary key, office text not null);
  create table item (id text primary key, office text, points int not null, is_set boolean not null);
  create table rule (
    id text primary key, item text, place text not null, effect text not null, points int, fen int, per int not null,
    grace int not null, grace_window text, cap int, family text, has_target boolean not null, target int, step int);
  create table entry (
    position int primary key, person text not null, rule text not null, quantity int not null,
    occurred_on date not null, state text not null, matter text, discretion int);
  create table mark (person text not null, rater_group text not null, mark int not null);
  create table rater_group (name text primary key, weight int not null);
`

export async function fillTables(client: pg.Client, town: BenchTown): Promise<void> {
  await client.query(tables)
  await insert(
    client,
    'person (id, office)',
    town.roster.map((row) => [row.staffNumber, row.office]),
  )
  const items = town.scheme.categories.flatMap(({ sheets }) =>
    sheets.flatMap((sheet) => sheet.items.map((item) => ({ sheet, item }))),
  )
  await insert(
    client,
    'item (id, office, points, is_set)',
    items.map(({ sheet, item }) => [
      item.id,
      sheet.office,
      item.points,
      item.rules.some(({ effect }) => effect === 'award' || effect === 'proportional'),
    ]),
  )
  const itemOf = new Map(items.flatMap(({ item }) => item.rules.map((rule) => [rule.id, item.id])))
  await insert(
    client,
    'rule (id, item, place, effect, points, fen, per, grace, grace_window, cap, family, has_target, target, step)',
    rulesOf(town.scheme).map((rule) => [
      rule.id,
      itemOf.get(rule.id) ?? null,
      itemOf.has(rule.id) ? 'item' : 'reward',
      rule.effect,
      rule.points,
      rule.yuan ?? null,
      rule.per ?? 100,
      rule.grace?.count ?? 0,
      rule.grace?.window ?? null,
      rule.cap ?? null,
      rule.condition === undefined ? null : `${itemOf.get(rule.id) ?? ''} ${rule.condition}`,
      rule.shortfall !== undefined,
      rule.shortfall?.target ?? null,
      rule.shortfall?.step ?? null,
    ]),
  )
  await insert(
    client,
    'entry (position, person, rule, quantity, occurred_on, state, matter, discretion)',
    town.entries.map((one) => [
      one.position,
      one.staffNumber,
      one.ruleId,
      one.quantity,
      one.occurredOn,
      one.state,
      one.matter,
      one.discretion,
    ]),
  )
  await insert(
    client,
    'mark (person, rater_group, mark)',
    town.ratings.map((one) => [one.staffNumber, one.raterGroup, one.mark]),
  )
  const groups = town.scheme.categories.flatMap(({ raterGroups }) => raterGroups ?? [])
  await insert(
    client,
    'rater_group (name, weight)',
    groups.map(({ group, weight }) => [group, weight]),
  )
  await client.query('create index on entry (person, rule)')
  await client.query('create index on mark (person)')
  await client.query('analyze')
}

async function insert(client: pg.Client, into: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  const width = rows[0]?.length ?? 0
  const most = Math.floor(30_000 / Math.max(1, width))
  for (let start = 0; start < rows.length; start += most) {
    const part = rows.slice(start, start + most)
    const places = part.map(
      (_, row) => `(${Array.from({ length: width }, (_, at) => `$${row * width + at + 1}`).join(', ')})`,
    )
    await client.query(`insert into ${into} values ${places.join(', ')}`, part.flat())
  }
}
