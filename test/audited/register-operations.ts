import { randomUUID } from 'node:crypto'
import type { Endpoint } from '../../src/http/contract/endpoint.ts'
import { endpoints, type EndpointName } from '../../src/http/contract/endpoints.ts'
import { registerDefinitions } from '../../src/domain/registers/register-definitions.ts'
import { exampleForm } from '../builders/example-record.ts'
import { person } from '../builders/town.ts'
import { asColleague, employ } from '../support/town-app.ts'
import { formOf, type AuditWatch } from './watch-audit.ts'

/** The operation at a path, if the register has it. */
function operationAt(method: string, path: string): EndpointName | null {
  const found = Object.entries<Endpoint>(endpoints).find(([, one]) => one.method === method && one.path === path)
  return found !== undefined && isEndpointName(found[0]) ? found[0] : null
}

function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(endpoints, name)
}

/** A line of each register added, changed and taken back, as far as its office does that. */
export async function driveRegisters(watch: AuditWatch): Promise<void> {
  const town = await watch.openTown()
  await employ(town, [
    person('001', { name: '何青', office: '党办' }),
    person('002', { name: '吕平', office: '党办' }),
  ])
  const keeper = await asColleague(town, { userName: '登记员', roles: ['office', 'discipline'] })
  for (const register of registerDefinitions) {
    const path = `/api/registers/${register.id}`
    const [add, change, withdraw] = [
      operationAt('POST', path),
      operationAt('PUT', `${path}/{recordId}`),
      operationAt('POST', `${path}/{recordId}/withdrawal`),
    ]
    if (add === null) continue
    const form = exampleForm(register, { staffNumber: '002', office: '党办', day: '2026-05-06' })
    const { record } = (
      await watch.leavesRow(town, add, () => keeper.send('POST', path, { body: form, key: randomUUID() }))
    ).body
    const one = `${path}/${String(record.id)}`
    const changed = { ...form, first: '2026-05-07', last: '2026-05-07' }
    if (change !== null)
      await watch.leavesRow(town, change, () =>
        keeper.send('PUT', one, { body: { revision: 1, reason: '日期录错', record: changed } }),
      )
    const revision = change === null ? 1 : 2
    if (withdraw !== null)
      await watch.leavesRow(town, withdraw, () =>
        keeper.send('POST', `${one}/withdrawal`, { body: { revision, reason: '重复' } }),
      )
  }
  const header = '日期,结果,办公室,考核项目,级别,名次,事项,发文单位,文件标题'
  const sheet = `${header}\r\n2026-07-10,排名,党办,信访,区,末位,上半年信访,信访局,通报`
  const [into, from] = ['/api/imports/registers/superior-result', '/api/exports/registers/superior-result']
  await watch.leavesRow(town, 'importRecords', () =>
    keeper.send('POST', into, { body: formOf(sheet, { mode: 'commit' }), key: randomUUID() }),
  )
  await watch.leavesRow(town, 'markRecordProblems', () =>
    keeper.send('POST', `${into}/problems`, { body: formOf(sheet, {}) }),
  )
  await watch.leavesRow(town, 'exportRecords', () => keeper.send('GET', from))
  await watch.leavesRow(town, 'downloadRecordTemplate', () =>
    keeper.send('GET', '/api/templates/registers/superior-result'),
  )
}
