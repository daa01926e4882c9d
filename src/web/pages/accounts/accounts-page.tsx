import { Alert, Button } from 'antd'
import { useState, type Key } from 'react'
import { useSearchParams } from 'react-router'
import {
  givableRoles,
  townAccountEndpoints,
  type AccountsView,
  type AccountView,
  type Slip,
} from '../../../http/contract/town-accounts.ts'
import { ListPage } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer } from '../../parts/queries.ts'
import { QueryForm } from '../../parts/query-form.tsx'
import { useMay, useSession } from '../../parts/session.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { useUrlState } from '../../parts/url-state.ts'
import { accountsText } from '../../text/accounts.ts'
import { useText } from '../../text/dictionary.ts'
import { roleText } from '../../text/roles.ts'
import { accountColumns, AccountCard } from './account-columns.tsx'
import { AccountDrawer } from './account-drawer.tsx'
import styles from './accounts-page.module.css'
import { findAccounts, officesOf } from './find-accounts.ts'
import { FounderNotice } from './founder-notice.tsx'
import { IssueCodesButton } from './issue-codes.tsx'
import { MakeAccounts } from './make-accounts.tsx'
import { SlipsView } from './slips-view.tsx'

const noConditions = { who: '', role: '', state: '', office: '' }
const accountCard = (account: AccountView) => <AccountCard account={account} />

/** Who may sign in and in which roles; codes that were just issued take the whole page until they are handed out. */
export function AccountsPage() {
  const [slips, showSlips] = useState<readonly Slip[]>([])
  if (slips.length > 0) return <SlipsView slips={slips} onDone={() => showSlips([])} />
  return <AccountList onSlips={showSlips} />
}

function AccountList({ onSlips }: { readonly onSlips: (slips: readonly Slip[]) => void }) {
  const text = useText(accountsText)
  const may = useMay()
  const { town } = useSession()
  const [conditions, search] = useUrlState(noConditions)
  const [openedId, open] = useState<string | null>(null)
  const [selected, select] = useState<readonly Key[]>([])
  const [isMaking, startMaking] = useMakingAsked()
  const answer = useAnswer(townAccountEndpoints.listAccounts, {})
  const view = answer.data
  const mayChange = may('account.change') && !town.isSample
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={view === undefined ? text.subtitle : text.summary(view.accounts.length, view.without.length)}
      />
      <div className={styles.notice}>
        {town.isSample && <Alert type="info" showIcon title={text.sampleTitle} description={text.sampleText} />}
        {view !== undefined && !town.isSample && <FounderNotice view={view} />}
      </div>
      <ListPage
        name="accounts"
        query={<Conditions view={view} values={conditions} onSearch={search} />}
        toolbar={
          mayChange && (
            <Button type="primary" onClick={() => startMaking(true)}>
              {text.make}
            </Button>
          )
        }
        columns={accountColumns(text, ({ id }) => open(id))}
        rows={view === undefined ? undefined : findAccounts(view.accounts, conditions)}
        rowKey={({ id }) => id}
        card={accountCard}
        error={answer.error}
        onRefresh={() => void answer.refetch()}
        isRefreshing={answer.isFetching}
        onOpen={({ id }) => open(id)}
        {...(mayChange && {
          selection: {
            keys: selected,
            onChange: select,
            actions: (
              <IssueCodesButton accountIds={selected.map(String)} onSlips={onSlips}>
                {text.issueSelected}
              </IssueCodesButton>
            ),
          },
        })}
        empty={<EmptyState title={text.noneFound}>{text.noneFoundText}</EmptyState>}
      />
      {view !== undefined && (
        <AccountDrawer
          account={view.accounts.find(({ id }) => id === openedId) ?? null}
          without={view.without}
          onSlips={onSlips}
          onClose={() => open(null)}
        />
      )}
      {isMaking && mayChange && view !== undefined && (
        <MakeAccounts view={view} onSlips={onSlips} onClose={() => startMaking(false)} />
      )}
    </>
  )
}

/** The dialog may be asked for by the address, as the first steps of a new town do: ?make=1 */
function useMakingAsked(): [isMaking: boolean, start: (making: boolean) => void] {
  const [search, setSearch] = useSearchParams()
  return [
    search.has('make'),
    (making) => {
      setSearch(
        (current) => {
          const next = new URLSearchParams(current)
          if (making) next.set('make', '1')
          else for (const name of ['make', 'role-for']) next.delete(name)
          return next
        },
        { replace: true },
      )
    },
  ]
}

function Conditions({
  view,
  values,
  onSearch,
}: {
  readonly view: AccountsView | undefined
  readonly values: typeof noConditions
  readonly onSearch: (values: Readonly<Record<string, string>>) => void
}) {
  const text = useText(accountsText)
  const roles = useText(roleText)
  const offices = officesOf((view?.accounts ?? []).map(({ person }) => person))
  const listed = [...givableRoles, 'deputy', 'principal', 'staff'] as const
  return (
    <QueryForm
      fields={[
        { kind: 'words', name: 'who', label: text.who, placeholder: text.whoPlaceholder },
        {
          kind: 'choice',
          name: 'role',
          label: text.role,
          placeholder: text.allRoles,
          choices: listed.map((role) => ({ value: role, label: roles[role] })),
        },
        {
          kind: 'choice',
          name: 'state',
          label: text.state,
          placeholder: text.allStates,
          choices: (['waiting', 'active', 'suspended'] as const).map((state) => ({
            value: state,
            label: text.states[state],
          })),
        },
        {
          kind: 'choice',
          name: 'office',
          label: text.office,
          placeholder: text.allOffices,
          choices: offices.map((office) => ({ value: office, label: office })),
        },
      ]}
      values={values}
      onSearch={onSearch}
    />
  )
}
