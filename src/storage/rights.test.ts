import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts'

const town = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'
const row = '00000000-0000-4000-8000-0000000000aa'
const onRecord = {
  regulation: `insert into regulation values ('${town}', '${row}', '办法', null, '全文', 'hash', now(), '张三')`,
  scheme_version: `insert into scheme_version values ('${town}', 1, '{}', null, '2026-01-01', now(), '张三', '会议')`,
  ledger_row: `insert into ledger_row values ('${town}', 1, '${row}', 'recording', '${row}', '\\x00', '{}', '001', '2026-03-09', now(), '张三', null)`,
  rating_mark: `insert into rating_mark values ('${town}', '${row}', 2026, '001', 'c', null, 9000, '评议表', now(), '张三')`,
  rating_withdrawal: `insert into rating_withdrawal values ('${town}', '${row}', now(), '张三', '录错')`,
  register_decision: `insert into register_decision values ('${town}', '${row}', 'r', '2026-01-01', '2026-12-31', 'checked', '已核', now(), '张三')`,
  audit_row: `insert into audit_row values ('${town}', '${row}', now(), '张三', '考核办', 'recordEntry', 'write', 'done', null, null, null, null, '10.0.0.1', '')`,
  inspection_visit: `insert into inspection_visit values ('${town}', '${row}', '${row}', '党办', 'nothing', '{}', '', now(), '张三')`,
  period_close: `insert into period_close values ('${town}', '2026-03', now(), '张三', 1, '{}', '${row}')`,
  acknowledgement: `insert into acknowledgement values ('${town}', '${row}', '001', now(), '何青')`,
  proceeding: `insert into proceeding values ('${town}', '${row}', 'objection', 2026, 1, '001', '{}', now(), '何青')`,
  proceeding_step: `insert into proceeding_step values ('${town}', '${row}', 1, 'filed', now(), '何青', '{}')`,
  attachment: `insert into attachment values ('${town}', '${row}', '${row}', '说明.pdf', 'application/pdf', 3, 'hash', now(), '何青')`,
  log_leaf: `insert into log_leaf values ('${town}', 0, 'ledger-row', '${row}', '\\x00', '\\x00', now())`,
  log_opening: `insert into log_opening values ('${town}', 0, '{}')`,
  log_node: `insert into log_node values ('${town}', 1, 0, '\\x00')`,
  checkpoint: `insert into checkpoint values ('${town}', 1, 'root', 'note', now())`,
  kept_head: `insert into kept_head values ('${town}', '${row}', 1, 'root', 'note', now(), '郭砚秋')`,
  register_step: `insert into register_step values ('${town}', '${row}', 1, 'added', 'asked', now(), '何青', null, null)`,
  evidence: `insert into evidence values ('${town}', '${row}', 'entry', '${row}', '现场.jpg', 'image/jpeg', 3, 'hash', null, now(), '张三')`,
  reminder: `insert into reminder values ('${town}', '${row}', 'key', '{}', '待确认', '/entries/confirm', null, now())`,
}

/** On record as well, and decided later: once, in columns of their own. */
const decided = {
  proposal: {
    insert: `insert into proposal values ('${town}', '${row}', 'adoption', '{}', null, '会议纪要', now(), '张三', 'open', null, null, null)`,
    decide: `update proposal set state = 'approved', decided_at = now(), decided_by = '李四'`,
    again: `update proposal set state = 'rejected', decided_at = now(), decided_by = '王五', reason = '再议'`,
    rewrite: `update proposal set note = '另一份纪要'`,
  },
  correction_request: {
    insert: `insert into correction_request values ('${town}', '${row}', '001', now(), '张三', '工号写错了', 'open', null, null, null)`,
    decide: `update correction_request set state = 'done', answer = '已改', answered_at = now(), answered_by = '李四'`,
    again: `update correction_request set state = 'declined', answer = '不改', answered_at = now(), answered_by = '王五'`,
    rewrite: `update correction_request set words = '没有写错'`,
  },
  inspection_round: {
    insert: `insert into inspection_round values ('${town}', '${row}', 2026, 1, '第一次督查', '2026-03-02', '2026-03-06', '{党办}', '{张三}', now(), '张三', null, null, null)`,
    decide: `update inspection_round set ended_at = now(), ended_by = '李四'`,
    again: `update inspection_round set ended_at = now(), ended_by = '王五'`,
    rewrite: `update inspection_round set title = '另一次'`,
  },
  bulletin: {
    insert: `insert into bulletin values ('${town}', '${row}', 'quarterly', '2026-Q1', 2026, 1, '季度通报', 'notice', 'town', null, null, null, '{}', '{}', null, 'digest', null, now(), '张三', '2026-04-01', '2026-04-08', 1, 1, 'root', null, null, null, null, null)`,
    decide: `update bulletin set state = 'final', final_at = now(), final_by = '李四'`,
    again: `update bulletin set state = 'withdrawn', final_at = null, withdrawn_at = now(), withdrawn_by = '王五'`,
    rewrite: `update bulletin set content = '{"rows": []}'`,
  },
  proposed_entry: {
    insert: `insert into proposed_entry values ('${town}', '${row}', 'entry', 'late/001/2026-03-02', 'attendance', '001', '2026-03-02', '{}', 'open', null, null, now(), null, null)`,
    decide: `update proposed_entry set state = 'dismissed', reason = '已补假', decided_at = now(), decided_by = '李四'`,
    again: `update proposed_entry set state = 'adopted', decided_by = '王五'`,
    rewrite: `update proposed_entry set observation = '{"quantity": 200}'`,
  },
  delivery: {
    insert: `insert into delivery values ('${town}', '${row}', '${row}', 'email', 'a@b.cn', 'claimed', now(), null, null)`,
    decide: `update delivery set state = 'sent', settled_at = now()`,
    again: `update delivery set state = 'failed', settled_at = now(), problem = '连不上'`,
    rewrite: `update delivery set target = 'c@d.cn'`,
  },
  reminder_robot: {
    insert: `insert into reminder_robot values ('${town}', '${row}', 'wecom', '考核群', '\\x00', null, '{office}', now(), '张三', null)`,
    decide: `update reminder_robot set removed_at = now()`,
    again: `update reminder_robot set removed_at = null`,
    rewrite: `update reminder_robot set title = '别的群'`,
  },
}

/** A memory rather than a record: the application may let go of what is old. */
const idempotency = (key: string, at: string) =>
  `insert into idempotency values ('${town}', '${key}', 'recordEntry', 'hash', '{}', ${at})`
const everything = {
  ...onRecord,
  ...Object.fromEntries(Object.entries(decided).map(([table, { insert }]) => [table, insert])),
  working_day_change: `insert into working_day_change values ('${town}', '2026-03-07', 'working', '补班', now(), '张三')`,
  bulletin_draft: `insert into bulletin_draft values ('${town}', '${row}', 'annual', '2026', '年度结果', '{}', null, now(), '张三')`,
  reminder_address: `insert into reminder_address values ('${town}', '张三', 'a@b.cn', true, now())`,
  absence: `insert into absence values ('${town}', '${row}', '001', 'secondment', '2026-03-01', null, '借调', now(), '张三')`,
  idempotency: idempotency('key', 'now()'),
  register_record: `insert into register_record values ('${town}', '${row}', 'leave', '001', '党办', '2026-03-02', '2026-03-03', 'asked', null, '{}', 1, now(), '何青')`,
  register_setting: `insert into register_setting values ('${town}', 'working-hours', '{}', now(), '张三')`,
  rule_binding: `insert into rule_binding values ('${town}', 1, 'late', '', 'r', now(), '张三')`,
}

/** Each keyed by its town and behind row-level security; `audit_row` takes the sign-in role's lines, too. */
const townTables = [
  'absence',
  'acknowledgement',
  'assignment',
  'attachment',
  'audit_row',
  'bulletin',
  'bulletin_draft',
  'checkpoint',
  'correction_request',
  'delivery',
  'draft_step',
  'evidence',
  'idempotency',
  'inspection_round',
  'inspection_visit',
  'kept_head',
  'ledger_row',
  'log_leaf',
  'log_node',
  'log_opening',
  'period_close',
  'person',
  'proceeding',
  'proceeding_step',
  'proposal',
  'proposed_entry',
  'rating_mark',
  'rating_withdrawal',
  'register_decision',
  'register_record',
  'register_setting',
  'register_step',
  'regulation',
  'reminder',
  'reminder_address',
  'reminder_robot',
  'rule_binding',
  'scheme_draft',
  'scheme_version',
  'working_day_change',
]

/** Shared by all towns, and gongdao_sign_in's alone. */
const signInTables = [
  'account',
  'activation',
  'failed_attempt',
  'installation_event',
  'membership',
  'oidc_attempt',
  'oidc_identity',
  'recovery_code',
  'role_grant',
  'session',
  'set_up_token',
  'tenant',
  'totp',
]

let database: TestDatabase
let app: pg.Client
let signIn: pg.Client
let owner: pg.Client

beforeAll(async () => {
  database = await cloneDatabase()
  app = new pg.Client({ connectionString: database.appUrl })
  signIn = new pg.Client({ connectionString: database.signInUrl })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  for (const client of [app, signIn, owner]) await client.connect()
  await signIn.query(`insert into tenant (id, name, code, is_sample, created_at) values
    ('${town}', '清源镇', 'qingyuan', false, now()), ('${other}', '示例', 'shili', true, now())`)
  await inTown(town, Object.values(everything))
})
afterAll(async () => {
  for (const client of [app, signIn, owner]) await client.end()
  await database.drop()
})

async function inTown(tenantId: string | null, statements: readonly string[]): Promise<pg.QueryResult[]> {
  await app.query('begin')
  try {
    if (tenantId !== null) await app.query(`set local app.tenant_id = '${tenantId}'`)
    const answers: pg.QueryResult[] = []
    for (const statement of statements) answers.push(await app.query(statement))
    await app.query('commit')
    return answers
  } catch (error) {
    await app.query('rollback')
    throw error
  }
}

async function countIn(tenantId: string | null, table: string): Promise<number> {
  const [answer] = await inTown(tenantId, [`select count(*)::int as rows from ${table}`])
  return answer?.rows[0].rows
}

describe.each(Object.keys(onRecord))('存档的表 %s', (table) => {
  // With the town set: otherwise the policy would hide the row and prove nothing about the right.
  test.each([`update ${table} set tenant_id = tenant_id`, `delete from ${table}`, `truncate ${table} cascade`])(
    '应用身份不能 %s',
    async (statement) => {
      expect(await countIn(town, table)).toBe(1)
      await expect(inTown(town, [statement])).rejects.toThrow('permission denied')
      expect(await countIn(town, table)).toBe(1)
    },
  )

  test('别的镇和没有选镇的连接看不到，也写不进', async () => {
    expect(await countIn(other, table)).toBe(0)
    expect(await countIn(null, table)).toBe(0)
    const insert = Object.entries(onRecord).find(([name]) => name === table)?.[1] ?? ''
    await expect(inTown(other, [insert])).rejects.toThrow('row-level security')
    await expect(inTown(null, [insert])).rejects.toThrow('row-level security')
  })
})

describe.each(Object.entries(decided))('定过就不再变的表 %s', (table, { decide, again, rewrite }) => {
  test('应用身份只能定一次，别的列不能改，也不能删', async () => {
    for (const statement of [rewrite, `delete from ${table}`, `truncate ${table} cascade`])
      await expect(inTown(town, [statement])).rejects.toThrow('permission denied')
    expect((await inTown(other, [decide]))[0]?.rowCount).toBe(0)
    expect((await inTown(town, [decide]))[0]?.rowCount).toBe(1)
    expect((await inTown(town, [again]))[0]?.rowCount).toBe(0)
    expect(await countIn(town, table)).toBe(1)
  })
})

test('提请的人不能自己通过，数据库也不许', async () => {
  const id = '00000000-0000-4000-8000-0000000000ab'
  await inTown(town, [decided.proposal.insert.replace(row, id).replace('adoption', 'pay-list')])
  const own = `update proposal set state = 'approved', decided_at = now(), decided_by = '张三' where id = '${id}'`
  await expect(inTown(town, [own])).rejects.toThrow('proposal_by_two')
  await ownerOnly(`delete from proposal where id = '${id}'`)
})

describe('两个数据库身份', () => {
  test('都不是表的主人，都不能绕过按镇隔离，也不能变成别的身份', async () => {
    const { rows } = await owner.query(`
      select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powers,
             exists (select from pg_class where relowner = pg_roles.oid) as owns,
             exists (select from pg_auth_members where member = pg_roles.oid) as joins
        from pg_roles where rolname in ('gongdao_app', 'gongdao_sign_in') order by 1`)
    expect(rows).toEqual([
      { name: 'gongdao_app', powers: false, owns: false, joins: false },
      { name: 'gongdao_sign_in', powers: false, owns: false, joins: false },
    ])
  })

  test('每张表不是镇里的就是登录的，一张不漏；应用身份不碰登录，登录身份不读镇里的', async () => {
    const { rows } = await owner.query<{ name: string; app: string[]; signIn: string[] }>(`
      select relname as name,
             array(select privilege from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) privilege
                    where has_table_privilege('gongdao_app', oid, privilege)) as app,
             array(select privilege from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) privilege
                    where has_table_privilege('gongdao_sign_in', oid, privilege)) as "signIn"
        from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration'`)
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...townTables, ...signInTables].toSorted())
    const byName = new Map(rows.map(({ name, ...rights }) => [name, rights]))
    for (const table of signInTables)
      expect([table, byName.get(table)?.app]).toEqual([table, table === 'tenant' ? ['select'] : []])
    for (const table of townTables)
      expect([table, byName.get(table)?.signIn]).toEqual([table, table === 'audit_row' ? ['insert'] : []])
  })

  test.each(signInTables.filter((table) => table !== 'tenant'))('应用身份读不了 %s', async (table) => {
    for (const statement of [`select from ${table}`, `delete from ${table}`])
      await expect(inTown(town, [statement])).rejects.toThrow(`permission denied for table ${table}`)
  })

  test('应用身份只看得到自己这个镇的一行，不选镇就一行也没有', async () => {
    const [own] = await inTown(town, ['select name from tenant'])
    expect(own?.rows).toEqual([{ name: '清源镇' }])
    expect((await inTown(null, ['select name from tenant']))[0]?.rows).toEqual([])
    await expect(inTown(town, [`update tenant set name = '别的镇'`])).rejects.toThrow('permission denied')
  })

  test.each(townTables)('登录身份读不了 %s，选了镇也不行', async (table) => {
    await signIn.query('begin')
    await signIn.query(`set local app.tenant_id = '${town}'`)
    await expect(signIn.query(`select from ${table}`)).rejects.toThrow(`permission denied for table ${table}`)
    await signIn.query('rollback')
  })

  test('登录身份只往审计里添登录和账号的事', async () => {
    const line = (kind: string) =>
      onRecord.audit_row.replace(row, '00000000-0000-4000-8000-0000000000ac').replace('write', kind)
    await signIn.query(line('sign-in'))
    await expect(signIn.query(line('look'))).rejects.toThrow('row-level security')
    expect(await countIn(town, 'audit_row')).toBe(2)
    await ownerOnly(`delete from audit_row where id = '00000000-0000-4000-8000-0000000000ac'`)
  })
})

/** Behind row-level security, as neither role of the product may. */
async function ownerOnly(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}

describe('给过的回答', () => {
  test('应用身份不能改，也不能整表清空', async () => {
    for (const statement of [`update idempotency set tenant_id = tenant_id`, `truncate idempotency`])
      await expect(inTown(town, [statement])).rejects.toThrow('permission denied')
  })

  test('只删得掉本镇30天以前的', async () => {
    await inTown(town, [idempotency('old', `now() - interval '31 days'`)])
    await inTown(other, ['delete from idempotency'])
    await inTown(null, ['delete from idempotency'])
    expect(await countIn(town, 'idempotency')).toBe(2)
    const [removed] = await inTown(town, ['delete from idempotency returning key'])
    expect(removed?.rows).toEqual([{ key: 'old' }])
  })
})

describe('任务队列', () => {
  test('应用身份只有取活、办结所要的权限，登录身份一样也没有', async () => {
    const { rows } = await owner.query<{ name: string; app: string[]; signIn: string[] }>(`
      select relname as name,
             array(select privilege from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) privilege
                    where has_table_privilege('gongdao_app', oid, privilege)) as app,
             array(select privilege from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) privilege
                    where has_table_privilege('gongdao_sign_in', oid, privilege)) as "signIn"
        from pg_class where relkind = 'r' and relnamespace = 'graphile_worker'::regnamespace order by 1`)
    expect(rows).toEqual([
      { name: '_private_job_queues', app: ['select', 'insert', 'update'], signIn: [] },
      { name: '_private_jobs', app: ['select', 'insert', 'update', 'delete'], signIn: [] },
      { name: '_private_known_crontabs', app: ['select', 'insert', 'update'], signIn: [] },
      { name: '_private_tasks', app: ['select', 'insert'], signIn: [] },
      { name: 'migrations', app: ['select'], signIn: [] },
    ])
    const schema = await owner.query(`
      select name, has_schema_privilege(name, 'graphile_worker', 'usage') as uses,
             has_schema_privilege(name, 'graphile_worker', 'create') as makes
        from unnest(array['gongdao_app', 'gongdao_sign_in']) name order by 1`)
    expect(schema.rows).toEqual([
      { name: 'gongdao_app', uses: true, makes: false },
      { name: 'gongdao_sign_in', uses: false, makes: false },
    ])
    await expect(signIn.query('select from graphile_worker._private_jobs')).rejects.toThrow('permission denied')
  })
})

test('表的主人也要先选定镇才看得到行', async () => {
  expect((await owner.query('select * from ledger_row')).rows).toEqual([])
})

test('每张按镇分的表以 tenant_id 开头建主键和唯一键，并强制按镇隔离', async () => {
  const { rows } = await owner.query<{ name: string; isolated: boolean; forced: boolean; keys: string[] }>(`
    select table_class.relname as name, relrowsecurity as isolated, relforcerowsecurity as forced,
           array_agg(first_column.attname::text) as keys
      from pg_class table_class
      join pg_attribute tenant_column on tenant_column.attrelid = table_class.oid and tenant_column.attname = 'tenant_id'
      join pg_index on pg_index.indrelid = table_class.oid and pg_index.indisunique
      join pg_attribute first_column
        on first_column.attrelid = table_class.oid and first_column.attnum = pg_index.indkey[0]
     where table_class.relkind = 'r' and table_class.relname not in ('session', 'membership', 'role_grant')
     group by 1, 2, 3 order by 1`)
  expect(rows.map(({ name }) => name)).toEqual(townTables)
  for (const { name, isolated, forced, keys } of rows)
    expect({ name, isolated, forced, keys: [...new Set(keys)] }).toEqual({
      name,
      isolated: true,
      forced: true,
      keys: ['tenant_id'],
    })
})

describe('移走示例镇', () => {
  test('真实的镇移不走', async () => {
    await expect(signIn.query(`select remove_sample_town('${town}')`)).rejects.toThrow('not a sample town')
    expect(await countIn(town, 'ledger_row')).toBe(1)
  })

  test('示例镇连同它的一切一起移走，别的镇不动', async () => {
    await inTown(
      other,
      Object.values(everything).map((insert) => insert.replace(town, other)),
    )
    expect(await countIn(other, 'ledger_row')).toBe(1)
    await signIn.query(`select remove_sample_town('${other}')`)
    for (const table of Object.keys(everything)) {
      expect(await countIn(other, table)).toBe(0)
      expect(await countIn(town, table)).toBe(1)
    }
    expect((await signIn.query(`select from tenant where id = '${other}'`)).rowCount).toBe(0)
  })

  test('别的身份不能调用', async () => {
    const { rows } = await owner.query(
      `select name, has_function_privilege(name, 'remove_sample_town(uuid)', 'execute') as allowed
         from unnest(array['public', 'gongdao_app', 'gongdao_sign_in']) name`,
    )
    expect(rows).toEqual([
      { name: 'public', allowed: false },
      { name: 'gongdao_app', allowed: false },
      { name: 'gongdao_sign_in', allowed: true },
    ])
  })
})
