import { Button, Table, type TableColumnType } from 'antd'
import type { Role } from '../../../http/contract/account.ts'
import { policyEndpoints, type PolicyLine } from '../../../http/contract/policies.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { useSession } from '../../parts/session.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { useRolesInWords } from '../../parts/use-roles-in-words.ts'
import { useText } from '../../text/dictionary.ts'
import { policiesText } from '../../text/policies.ts'
import { roleText } from '../../text/roles.ts'
import styles from './policies-page.module.css'

/** 权限表: the table the program judges by, for anyone who wants to check it; one's own roles stand out. */
export function PoliciesPage() {
  const text = useText(policiesText)
  const answer = useAnswer(policyEndpoints.readPolicies, {})
  const rolesInWords = useRolesInWords()
  const isPhone = useIsPhone()
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={
          <>
            {text.subtitle} {text.yourRoles(rolesInWords)}
          </>
        }
        actions={
          <Button
            onClick={() => {
              window.print()
            }}
          >
            {text.print}
          </Button>
        }
      />
      {answer.error !== null && <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data === undefined && answer.error === null && <LoadingState rows={12} />}
      {answer.data !== undefined &&
        (isPhone ? <PolicyCards lines={answer.data.lines} /> : <PolicyTable {...answer.data} />)}
    </>
  )
}

function PolicyTable({
  roles,
  lines,
}: {
  readonly roles: readonly Role[]
  readonly lines: readonly PolicyLine[]
}) {
  const text = useText(policiesText)
  const names = useText(roleText)
  const own = useSession().roles
  const conditionsOf = useConditions()
  const columns: TableColumnType<PolicyLine>[] = [
    {
      key: 'action',
      title: text.action,
      fixed: 'start',
      width: 250,
      render: (_, line) => (
        <>
          {line.title}
          <span className={styles.conditions}>{conditionsOf(line)}</span>
        </>
      ),
    },
    ...roles.map((role): TableColumnType<PolicyLine> => ({
      key: role,
      title: names[role],
      width: 92,
      align: 'center',
      className: own.includes(role) ? (styles.own ?? '') : '',
      render: (_, line) => {
        const scope = line.by.find((held) => held.role === role)?.scope
        return scope === undefined ? null : text.scopes[scope]
      },
    })),
  ]
  return (
    <Table<PolicyLine>
      size="small"
      rowKey="action"
      pagination={false}
      columns={columns}
      dataSource={[...lines]}
      scroll={{ x: 'max-content' }}
      sticky={{ offsetHeader: 52 }}
    />
  )
}

/** On a phone one card an action: who, and how far. */
function PolicyCards({ lines }: { readonly lines: readonly PolicyLine[] }) {
  const text = useText(policiesText)
  const names = useText(roleText)
  const conditionsOf = useConditions()
  return (
    <ul className={styles.cards}>
      {lines.map((line) => (
        <li key={line.action}>
          <b>{line.title}</b>
          <p>{line.by.map(({ role, scope }) => `${names[role]}（${text.scopes[scope]}）`).join('、')}</p>
          <p className="quiet">{conditionsOf(line)}</p>
        </li>
      ))}
    </ul>
  )
}

/** What stands against an action besides the role, in words. */
function useConditions(): (line: PolicyLine) => string {
  const text = useText(policiesText)
  const names = useText(roleText)
  return ({ on, not, ownOnly, needsSecondFactor }) =>
    [
      ...on.map((state) => text.states[state] ?? state),
      ...not.map((bar) => text.bars[bar]),
      ...(ownOnly.length > 0 ? [text.onlyOwn(ownOnly.map((role) => names[role]).join('、'))] : []),
      ...(needsSecondFactor === true ? [text.secondFactor] : []),
      ...(needsSecondFactor === 'wholeTown' ? [text.secondFactorForTown] : []),
    ].join('；')
}
