import type { z } from 'zod'
import type { AuditFilter, AuditRow } from '../../commands/audit-store.ts'
import { addDays, localDate, startOfTownDay, townMoment } from '../../domain/primitives/local-date.ts'
import { accept } from '../../domain/primitives/result.ts'
import { isRole } from '../../policies/roles.ts'
import { auditExportLimit, type AuditLine, type auditEndpoints } from '../contract/audit.ts'
import {
  auditKindWords,
  auditOutcomeWords,
  factsInWords,
  objectInWords,
  operationGroupWords,
  operationWords,
  roleListWords,
} from '../contract/audit-words.ts'
import { operationTitles } from '../contract/operation-titles.ts'
import { operationsOfGroup } from '../operations-of-group.ts'
import type { RouteGroup } from '../route.ts'

type Query = z.output<NonNullable<typeof auditEndpoints.listAudit.query>>

export const auditRoutes: RouteGroup<typeof auditEndpoints> = {
  listAudit: {
    inTown: async ({ query, stores }) => {
      const { page, pageSize } = query
      const found = await stores.audit.find(toFilter(query), { offset: (page - 1) * pageSize, limit: pageSize })
      return accept({ rows: found.rows.map(toLine), total: found.total })
    },
  },
  downloadAudit: {
    inTown: async ({ query, stores, services, at, note }) => {
      const { format, ...asked } = query
      const { rows, total } = await stores.audit.find(toFilter(asked), { offset: 0, limit: auditExportLimit })
      const town = await stores.readTownName()
      const cut = `只有最近的${String(rows.length)}条，共${String(total)}条：请缩小日期范围，分几次导出`
      const preface = [
        `${town}审计记录（${townMoment(at.getTime())}导出）`,
        `查询条件：${filterWords(asked)}`,
        rows.length < total ? cut : `共${String(total)}条`,
      ]
      note({
        object: { kind: 'audit', id: '', label: filterWords(asked) },
        after: { count: rows.length },
      })
      const sheet = { title: '审计', preface, header: exportHeader, rows: rows.map(exportRow) }
      return accept(await services.workbooks.writePlain(`${town} 审计记录`, [sheet], format))
    },
  },
}

function toFilter(query: Omit<Query, 'page' | 'pageSize'>): AuditFilter {
  const { from, to, person, kind, group, outcome, words } = query
  const text = words?.trim() ?? ''
  return {
    from: from === undefined ? null : new Date(startOfTownDay(localDate(from))),
    until: to === undefined ? null : new Date(startOfTownDay(addDays(localDate(to), 1))),
    by: null,
    person: person === undefined || person.trim() === '' ? null : person.trim(),
    about: null,
    kind: kind ?? null,
    outcome: outcome ?? null,
    operations: group === undefined ? null : operationsOfGroup(group),
    words: text === '' ? null : { text, operations: operationsCalled(text) },
  }
}

function operationsCalled(words: string): readonly string[] {
  return Object.entries(operationTitles).flatMap(([name, title]) => (title.includes(words) ? [name] : []))
}

function toLine({ at, roles, ...row }: AuditRow): AuditLine {
  return { ...row, at: at.toISOString(), roles: roles.filter(isRole) }
}

/** What was asked for, as the file and the audit of the download say it. */
function filterWords({ from, to, person, kind, group, outcome, words }: Omit<Query, 'page' | 'pageSize'>): string {
  const asked = [
    from === undefined ? null : `${from}起`,
    to === undefined ? null : `至${to}`,
    person,
    kind === undefined ? null : auditKindWords[kind],
    group === undefined ? null : operationGroupWords[group],
    outcome === undefined ? null : auditOutcomeWords[outcome],
    words,
  ].filter((part) => part !== null && part !== undefined && part !== '')
  return asked.length === 0 ? '全部' : asked.join('，')
}

const exportHeader = [
  '时间',
  '用户名',
  '身份',
  '操作',
  '种类',
  '结果',
  '对象',
  '之前',
  '之后',
  '原因',
  '地址',
  '浏览器',
]

function exportRow(row: AuditRow): readonly string[] {
  return [
    townMoment(row.at.getTime()),
    row.by ?? '',
    roleListWords(row.roles),
    operationWords(row.operation),
    auditKindWords[row.kind],
    auditOutcomeWords[row.outcome],
    objectInWords(row.object),
    factsInWords(row.before),
    factsInWords(row.after),
    row.reason ?? '',
    row.address,
    row.userAgent,
  ]
}
