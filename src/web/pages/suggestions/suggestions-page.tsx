import { App, Button, Tabs } from 'antd'
import { useState, type Key } from 'react'
import { Link } from 'react-router'
import { registerIds, registerTitles } from '../../../domain/registers/register.ts'
import { proposedEntryStates } from '../../../domain/registers/proposed-entry.ts'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { ProposedEntryView } from '../../../http/contract/registers/proposed-entries.ts'
import { ListPage, type ListColumn } from '../../parts/list-page.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { QueryForm } from '../../parts/query-form.tsx'
import { useMay } from '../../parts/session.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { oneOf, useUrlState } from '../../parts/url-state.ts'
import { useText } from '../../text/dictionary.ts'
import { suggestionsText, type SuggestionsText } from '../../text/suggestions.ts'
import { AdoptDialog } from './adopt-dialog.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { DismissDialog } from './dismiss-dialog.tsx'
import { suggestionCard, suggestionColumns } from './suggestion-columns.tsx'
import { SuggestionDrawer } from './suggestion-drawer.tsx'
import { queryOf, suggestionDefaults, type SuggestionState } from './suggestion-query.ts'
import styles from './suggestions.module.css'
import { byProposal, useEffects } from './use-effects.ts'

type Asked = {
  readonly what: 'adopt' | 'change' | 'dismiss'
  readonly proposals: readonly ProposedEntryView[]
}

/** 登记建议: what the registers propose, with its clause and what it would move; adopted or dismissed, one or many. */
export function SuggestionsPage() {
  const text = useText(suggestionsText)
  const may = useMay()
  const [state, change] = useUrlState<SuggestionState>(suggestionDefaults)
  const [chosen, choose] = useState<readonly Key[]>([])
  const [asked, ask] = useState<Asked | null>(null)
  const tab = oneOf(state.tab, proposedEntryStates, 'open')
  const query = queryOf(state, tab)
  const answer = useAnswer(endpoints.listProposedEntries, { query })
  const rows = answer.data?.proposals
  const isOpenTab = tab === 'open'
  const effects = byProposal(useEffects(isOpenTab ? (rows ?? []).map(({ id }) => id) : []).data)
  const mine = rows?.filter(({ barred }) => barred === null) ?? []
  const selected = mine.filter(({ id }) => chosen.includes(id))
  const mayDecide = may('proposed-entry.decide')
  const open = ({ id }: ProposedEntryView) => change({ proposal: id })
  const buttonsOf = (proposal: ProposedEntryView, size: 'small' | 'middle') =>
    proposal.barred === null && <Buttons proposal={proposal} size={size} text={text} onAsk={ask} />
  const shown = { text, effects, isOpenTab }
  const actions: ListColumn<ProposedEntryView> = {
    key: 'actions',
    title: text.actions,
    pinned: true,
    fixed: 'end',
    render: (_, proposal) => <span className={styles.rowActions}>{buttonsOf(proposal, 'small')}</span>,
  }
  return (
    <>
      <PageHeader title={text.title} subtitle={text.intro} />
      <Tabs
        activeKey={tab}
        onChange={(next) => {
          choose([])
          change({ tab: next, page: '1', proposal: '' })
        }}
        items={proposedEntryStates.map((key) => ({
          key,
          label: `${text.tabs[key]} ${String(answer.data?.counts[key] ?? '')}`.trim(),
        }))}
      />
      <ListPage<ProposedEntryView>
        name="suggestions"
        query={<Query state={state} onSearch={(values) => change({ ...values, page: '1', proposal: '' })} />}
        toolbar={
          <Toolbar
            text={text}
            mine={isOpenTab && mayDecide ? mine.length : 0}
            mayDecide={mayDecide}
            onSelectAll={() => choose(mine.map(({ id }) => id))}
          />
        }
        columns={[...suggestionColumns({ ...shown, onOpen: open }), ...(isOpenTab && mayDecide ? [actions] : [])]}
        rows={rows}
        rowKey={({ id }) => id}
        card={(proposal) => suggestionCard(proposal, shown)}
        error={answer.error}
        onRefresh={() => void answer.refetch()}
        isRefreshing={answer.isFetching}
        onOpen={open}
        {...(isOpenTab && mayDecide
          ? {
              selection: {
                keys: chosen,
                onChange: choose,
                whyNot: (key) =>
                  rows?.find(({ id }) => id === key)?.barred === 'aboutOneself' ? text.barOneself : null,
                actions: (
                  <>
                    <Button
                      type="primary"
                      disabled={selected.length === 0}
                      onClick={() => ask({ what: 'adopt', proposals: selected })}
                    >
                      {text.adoptMany(selected.length)}
                    </Button>
                    <Button
                      disabled={selected.length === 0}
                      onClick={() => ask({ what: 'dismiss', proposals: selected })}
                    >
                      {text.dismissMany(selected.length)}
                    </Button>
                  </>
                ),
              },
            }
          : {})}
        empty={
          <EmptyState title={isOpenTab ? text.empty : text.emptyOther}>
            {isOpenTab ? text.emptyHint : text.emptyOtherHint}
          </EmptyState>
        }
        paging={{
          page: query.page,
          pageSize: query.pageSize,
          total: answer.data?.total ?? 0,
          onChange: (page, size) => change({ page: String(page), size: String(size), proposal: '' }),
        }}
      />
      <SuggestionDrawer
        proposalId={state.proposal === '' ? null : state.proposal}
        onClose={() => change({ proposal: '' })}
        renderActions={(proposal) => buttonsOf(proposal, 'middle')}
      />
      <Dialog
        asked={asked}
        onClose={() => ask(null)}
        onDone={() => {
          ask(null)
          choose([])
          change({ proposal: '' })
        }}
      />
    </>
  )
}

type DialogProps = { readonly asked: Asked | null; readonly onClose: () => void; readonly onDone: () => void }

function Dialog({ asked, onClose, onDone }: DialogProps) {
  const [first] = asked?.proposals ?? []
  if (asked === null || first === undefined) return null
  const { what, proposals } = asked
  if (what === 'change') return <ChangeDialog proposal={first} onClose={onClose} onDone={onDone} />
  const Asking = what === 'adopt' ? AdoptDialog : DismissDialog
  return <Asking proposals={proposals} onClose={onClose} onDone={onDone} />
}

type ButtonsProps = {
  readonly proposal: ProposedEntryView
  readonly size: 'small' | 'middle'
  readonly text: SuggestionsText
  readonly onAsk: (asked: Asked) => void
}

function Buttons({ proposal, size, text, onAsk }: ButtonsProps) {
  const proposals = [proposal]
  return (
    <>
      <Button
        size={size}
        type="primary"
        disabled={proposal.rule === null && proposal.sort === 'entry'}
        onClick={() => onAsk({ what: 'adopt', proposals })}
      >
        {text.adopt}
      </Button>
      {proposal.sort === 'entry' && (
        <Button size={size} onClick={() => onAsk({ what: 'change', proposals })}>
          {text.adoptChanged}
        </Button>
      )}
      <Button size={size} onClick={() => onAsk({ what: 'dismiss', proposals })}>
        {text.dismiss}
      </Button>
    </>
  )
}

type ToolbarProps = {
  readonly text: SuggestionsText
  readonly mine: number
  readonly mayDecide: boolean
  readonly onSelectAll: () => void
}

function Toolbar({ text, mine, mayDecide, onSelectAll }: ToolbarProps) {
  const { message } = App.useApp()
  const refresh = useCommand(endpoints.refreshProposedEntries, {
    onDone: ({ added, superseded }) => void message.success(text.refreshed(added, superseded)),
  })
  return (
    <>
      {mine > 0 && <Button onClick={onSelectAll}>{text.selectAll(mine)}</Button>}
      {mayDecide && (
        <Button loading={refresh.isPending} onClick={() => refresh.mutate({ body: {} })}>
          {text.refresh}
        </Button>
      )}
      <Link to="/registers/rules">
        <Button>{text.rules}</Button>
      </Link>
    </>
  )
}

function Query({
  state,
  onSearch,
}: {
  readonly state: SuggestionState
  readonly onSearch: (values: Readonly<Record<string, string>>) => void
}) {
  const text = useText(suggestionsText)
  const may = useMay()
  const roster = useAnswer(endpoints.listPeople, {}, { enabled: may('people.read') })
  const people = roster.data?.people ?? []
  return (
    <QueryForm
      fields={[
        {
          name: 'register',
          label: text.register,
          placeholder: text.any,
          kind: 'choice',
          choices: registerIds.map((value) => ({ value, label: registerTitles[value] })),
        },
        {
          name: 'office',
          label: text.office,
          placeholder: text.any,
          kind: 'choice',
          choices: (roster.data?.offices ?? []).map((office) => ({ value: office, label: office })),
        },
        {
          name: 'person',
          label: text.person,
          placeholder: text.any,
          kind: 'choice',
          choices: people.map(({ staffNumber, name, stays }) => ({
            value: staffNumber,
            label: `${name}（${stays.at(-1)?.office ?? ''}）${staffNumber}`,
          })),
        },
        { name: 'from', label: text.from, kind: 'day' },
        { name: 'to', label: text.to, kind: 'day' },
      ]}
      values={state}
      onSearch={onSearch}
    />
  )
}
