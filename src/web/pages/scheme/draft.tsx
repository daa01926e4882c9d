import { App, Button, Drawer, Dropdown } from 'antd'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { schemeEndpoints, type Workbench } from '../../../http/contract/schemes.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useCommand } from '../../parts/queries.ts'
import { useMay } from '../../parts/session.tsx'
import { adoptionText } from '../../text/adoption.ts'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'
import { schemeVersionsText } from '../../text/scheme-versions.ts'
import { schemeWorkText } from '../../text/scheme-work.ts'
import { AdoptionBanner, useProposalOf } from './adoption-banner.tsx'
import { Adoption } from './adoption.tsx'
import { CoverageWords } from './coverage-words.tsx'
import { useDraftTabs } from './draft-tabs.tsx'
import { useSchemeFiles } from './versions/scheme-files.ts'
import { SchemeTools } from './workbench/scheme-tools.tsx'
import { useDraftCommands } from './workbench/use-draft-commands.ts'
import { readModel } from './workbench/workbench-model.ts'
import { WorkbenchPanes } from './workbench/workbench.tsx'

/** The open draft on the workbench, with its way to adoption. */
export function Draft({
  workbench,
  onReplace,
}: {
  readonly workbench: Workbench
  readonly onReplace: () => void
}) {
  const text = useText(schemeText)
  const words = useText(schemeWorkText)
  const [isAdopting, adopt] = useState(false)
  const proposal = useProposalOf(workbench.draftId)
  const may = useMay()
  const { message } = App.useApp()
  const proposed = useText(adoptionText).proposed
  const canPropose = may('scheme.propose') && proposal !== undefined && proposal?.state !== 'open'
  const commands = useDraftCommands(workbench)
  const { scheme, regulation, diagnostics, coverage } = workbench
  const model = useMemo(
    () => readModel(scheme, regulation?.text ?? '', diagnostics, coverage?.explained),
    [scheme, regulation, diagnostics, coverage],
  )
  const tabs = useDraftTabs(workbench, model)
  const isProposed = proposal?.state === 'open'
  const canUndo = workbench.steps.some((step) => !step.undone) && !commands.isBusy && !isProposed
  useUndoKey(canUndo, commands.undo)
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={<DraftSubtitle workbench={workbench} title={model.scheme.title} />}
        actions={
          <>
            <DraftMenu workbench={workbench} onReplace={onReplace} />
            {canPropose && (
              <Button type="primary" onClick={() => adopt(true)}>
                {text.bar.adopt}
              </Button>
            )}
          </>
        }
      />
      <AdoptionBanner proposal={proposal} />
      <WorkbenchPanes
        model={model}
        actions={isProposed ? null : commands}
        draftId={workbench.draftId}
        revision={workbench.revision}
        steps={workbench.steps}
        tabs={tabs}
        outlineTools={isProposed ? null : <SchemeTools />}
        barTools={
          <>
            <CoverageWords coverage={coverage} />
            <Button size="small" title={words.undoHint} disabled={!canUndo} onClick={() => void commands.undo()}>
              {text.bar.undo}
            </Button>
          </>
        }
      >
        <Drawer
          open={isAdopting}
          onClose={() => adopt(false)}
          title={text.adoption.heading}
          size="min(560px, 100vw)"
          destroyOnHidden
        >
          <Adoption
            workbench={workbench}
            onProposed={() => {
              adopt(false)
              void message.success(proposed)
            }}
            onLeave={() => adopt(false)}
          />
        </Drawer>
      </WorkbenchPanes>
    </>
  )
}

function DraftSubtitle({ workbench, title }: { readonly workbench: Workbench; readonly title: string }) {
  const words = useText(schemeVersionsText)
  const { base, regulation } = workbench
  const parts = [
    title,
    base?.part === 'scheme' ? words.copyOf(base.version) : (regulation?.fileName ?? null),
  ].filter((part) => part !== null && part !== '')
  return <>{parts.join(' · ')}</>
}

/** Replacing the draft, its files and paper, and what was adopted before. */
function DraftMenu({
  workbench: { draftId, revision },
  onReplace,
}: {
  readonly workbench: Workbench
  readonly onReplace: () => void
}) {
  const text = useText(schemeText).bar
  const words = useText(schemeVersionsText)
  const navigate = useNavigate()
  const files = useSchemeFiles({ draftId })
  const { modal } = App.useApp()
  const discard = useCommand(schemeEndpoints.discardDraft)
  const putAside = () =>
    void modal.confirm({
      title: words.putAside.ask,
      content: words.putAside.why,
      okText: words.putAside.label,
      cancelText: words.putAside.keep,
      onOk: () => discard.mutateAsync({ params: { draftId }, body: { revision } }).catch(() => undefined),
    })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'replace', label: text.replace },
          { key: 'versions', label: text.versions },
          { type: 'divider' },
          { key: 'print', label: words.print },
          ...files.items,
          { type: 'divider' },
          { key: 'aside', label: words.putAside.label },
        ],
        onClick: ({ key }) => {
          if (key === 'replace') onReplace()
          else if (key === 'versions') void navigate('/scheme/versions')
          else if (key === 'print') void navigate('/scheme/print')
          else if (key === 'aside') putAside()
          else files.take(key)
        },
      }}
    >
      <Button>{text.more}</Button>
    </Dropdown>
  )
}

/** Ctrl+Z (⌘Z) takes back the last step, except where a field has its own undoing. */
function useUndoKey(canUndo: boolean, undo: () => Promise<boolean>): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
    const isInField =
      event.target instanceof Element &&
      event.target.closest('input, textarea, select, [contenteditable="true"], form') !== null
    if (!isUndo || isInField || !canUndo) return
    event.preventDefault()
    void undo()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
