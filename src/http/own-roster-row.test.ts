import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { person } from '../../test/builders/town.ts'
import { asColleague, employ, startTown, type SignedInTown } from '../../test/support/town-app.ts'

let town: SignedInTown
/** Of the appraisal office, and on the roster himself. */
let clerk: SignedInTown
beforeAll(async () => {
  town = await startTown()
  await employ(town, [
    person('001', { name: '单晓云' }),
    person('002', { name: '吕平', employment: '公务员' }),
    person('003', { name: '何知远', office: '综治办' }),
  ])
  clerk = await asColleague(town, { userName: '吕平', roles: ['office'], staffNumber: '002' })
  const lent = { kind: 'secondment', on: '2026-03-01', to: '2026-05-31', note: '区委组织部' }
  const body = { staffNumbers: ['002'], change: lent, reason: '借调函' }
  expect((await town.send('POST', '/api/people/changes', { body, key: randomUUID() })).status).toBe(200)
  return () => town.stop()
})

const personOf = async (staffNumber: string) => {
  const { body } = await town.send('GET', '/api/people')
  return body.people.find((one: { staffNumber: string }) => one.staffNumber === staffNumber)
}

describe('自己的任职自己办不了', () => {
  const ownWords = '是您本人：自己的任职、借调和长假不能自己办，由考核办的另一人办理。'
  const leave = { kind: 'long-leave', on: '2026-11-01', to: null, note: '' }
  const asClerk = (path: string, staffNumbers: readonly string[], what: object) =>
    clerk.send('POST', path, {
      body: { staffNumbers, change: what, ...(path.endsWith('preview') ? {} : { reason: '会议纪要' }) },
      key: randomUUID(),
    })
  const uploadAs = (who: SignedInTown, path: string, content: string, mode?: string) => {
    const form = new FormData()
    if (mode !== undefined) form.set('mode', mode)
    form.set('file', new File([content], '表.csv'))
    return who.send('POST', path, { body: form })
  }

  test('长假、更正、取消：预先说办不了，办也不成，同去的人也不改；别人的照办', async () => {
    const before = await personOf('002')
    const away = { what: 'absence-start', on: '2026-03-01' }
    const tries = [leave, { kind: 'correct', event: away, on: '2026-03-02' }, { kind: 'cancel', event: away }]
    for (const what of tries) {
      expect((await asClerk('/api/people/changes/preview', ['002'], what)).body.problems).toEqual([
        `吕平${ownWords}`,
      ])
      const refused = await asClerk('/api/people/changes', ['003', '002'], what)
      expect([refused.status, refused.body.error.code]).toEqual([422, 'change-refused'])
      expect(refused.body.error.message).toContain(`吕平${ownWords}`)
    }
    expect(await personOf('002')).toEqual(before)
    expect((await personOf('003')).absences).toEqual([])
    expect((await asClerk('/api/people/changes', ['001'], { kind: 'leave', on: '2026-12-30' })).status).toBe(200)
  })

  test('变动表里有自己的一行：指出那一行，一行也不导入；已经登记过的自己的一行不碍事', async () => {
    const header = '工号,姓名,变动,日期,结束日期,说明'
    const known = '002,吕平,借调,2026-03-01,2026-05-31,区委组织部'
    const others = '003,何知远,长假,2026-12-20,2026-12-25,产假'
    const wrong = [header, others, '002,吕平,长假,2026-11-01,,病假'].join('\r\n')
    for (const mode of ['check', 'commit']) {
      const { body } = await uploadAs(clerk, '/api/imports/changes', wrong, mode)
      expect(body).toMatchObject({
        stored: 0,
        problems: [{ row: 3, column: '工号', code: 'about-oneself', message: `吕平${ownWords}` }],
      })
    }
    expect((await personOf('003')).absences).toEqual([])
    const marked = await uploadAs(clerk, '/api/imports/changes/problems', wrong)
    expect(marked.status).toBe(200)
    const { body } = await uploadAs(clerk, '/api/imports/changes', [header, known].join('\r\n'), 'commit')
    expect(body).toMatchObject({ problems: [], stored: 0 })
  })

  test('花名册里改了自己的一行：指出那一行和出路，一行也不导入；照原样带着自己的一行可以导入', async () => {
    const header = '姓名,工号,办公室,职务,分管办公室,编制,起始日期,结束日期'
    const before = await personOf('002')
    const sheet = (own: string) => [header, '新来的,021,综治办,工作人员,,事业,,', own].join('\r\n')
    const promoted = sheet('吕平,002,,主要领导,,公务员,,')
    for (const mode of ['check', 'commit']) {
      const { body } = await uploadAs(clerk, '/api/imports/roster', promoted, mode)
      expect(body).toMatchObject({ stored: 0, problems: [{ row: 3, column: '工号', code: 'about-oneself' }] })
      expect(body.problems[0].message).toContain('由考核办的另一人办理')
    }
    expect((await uploadAs(clerk, '/api/imports/roster/problems', promoted)).status).toBe(200)
    expect([await personOf('002'), await personOf('021')]).toEqual([before, undefined])
    const rows = before.stays.map(({ from, to }: { from: string | null; to: string | null }) =>
      ['吕平,002,党办,工作人员,,公务员', from ?? '', to ?? ''].join(','),
    )
    const { body } = await uploadAs(clerk, '/api/imports/roster', sheet(rows.join('\r\n')), 'commit')
    expect(body).toMatchObject({ problems: [], stored: 1 })
    expect(await personOf('021')).toMatchObject({ name: '新来的' })
  })
})
