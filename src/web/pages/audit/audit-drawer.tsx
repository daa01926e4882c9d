import { Descriptions, Drawer } from 'antd'
import {
  auditKindWords,
  auditOutcomeWords,
  objectInWords,
  operationWords,
  roleListWords,
} from '../../../http/contract/audit-words.ts'
import type { AuditLine } from '../../../http/contract/audit.ts'
import { townMoment } from '../../../domain/primitives/local-date.ts'
import { auditText } from '../../text/audit.ts'
import { useText } from '../../text/dictionary.ts'
import { FactList } from './audit-row-words.tsx'
import styles from './audit.module.css'

/** One row whole. */
export function AuditDrawer({ row, onClose }: { readonly row: AuditLine | null; readonly onClose: () => void }) {
  const text = useText(auditText)
  return (
    <Drawer open={row !== null} onClose={onClose} title={text.drawerTitle} size="min(560px, 100vw)">
      {row !== null && <AuditDetail row={row} />}
    </Drawer>
  )
}

function AuditDetail({ row }: { readonly row: AuditLine }) {
  const text = useText(auditText)
  const facts = [
    { label: text.columnAt, value: townMoment(Date.parse(row.at)) },
    { label: text.columnWho, value: row.by ?? text.nobody },
    { label: text.roles, value: roleListWords(row.roles) || text.noRole },
    { label: text.columnWhat, value: operationWords(row.operation) },
    { label: text.kind, value: auditKindWords[row.kind] },
    { label: text.outcome, value: auditOutcomeWords[row.outcome] },
    { label: text.columnObject, value: objectInWords(row.object) },
    { label: text.columnReason, value: row.reason ?? '' },
    { label: text.columnFrom, value: row.address === '' ? text.unknownAddress : row.address },
    { label: text.browser, value: row.userAgent },
  ].filter(({ value }) => value !== '')
  return (
    <>
      <Descriptions
        column={1}
        size="small"
        items={facts.map(({ label, value }) => ({ key: label, label, children: value }))}
      />
      {row.before !== null && (
        <>
          <h3 className={styles.heading}>{text.before}</h3>
          <FactList facts={row.before} />
        </>
      )}
      {row.after !== null && (
        <>
          <h3 className={styles.heading}>{text.after}</h3>
          <FactList facts={row.after} />
        </>
      )}
    </>
  )
}
