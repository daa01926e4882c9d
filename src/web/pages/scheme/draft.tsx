import { Button, Drawer, Dropdown } from 'antd'
import { useMemo, useState } from 'react'
import type { SchemeVersion, Workbench } from '../../../http/contract/schemes.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'
import { Adoption } from './adoption.tsx'
import { VersionList } from './version-list.tsx'
import { SchemeTools } from './workbench/scheme-tools.tsx'
import { StepsPane } from './workbench/steps-pane.tsx'
import { useDraftCommands } from './workbench/use-draft-commands.ts'
import { readModel } from './workbench/workbench-model.ts'
import { WorkbenchPanes } from './workbench/workbench.tsx'

/** The open draft on the workbench, with its way to adoption. */
export function Draft({
  workbench,
  onReplace,
  onAdopted,
}: {
  readonly workbench: Workbench
  readonly onReplace: () => void
  readonly onAdopted: (version: SchemeVersion) => void
}) {
  const text = useText(schemeText)
  const [isAdopting, adopt] = useState(false)
  const [areVersionsShown, showVersions] = useState(false)
  const commands = useDraftCommands(workbench)
  const model = useMemo(
    () => readModel(workbench.scheme, workbench.regulation?.text ?? '', workbench.diagnostics),
    [workbench],
  )
  const canUndo = workbench.steps.some((step) => !step.undone)
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={[model.scheme.title, workbench.regulation?.fileName]
          .filter((part) => part !== undefined && part !== null && part !== '')
          .join(' · ')}
        actions={
          <>
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  { key: 'replace', label: text.bar.replace },
                  { key: 'versions', label: text.bar.versions },
                ],
                onClick: ({ key }) => (key === 'replace' ? onReplace() : showVersions(true)),
              }}
            >
              <Button>{text.bar.more}</Button>
            </Dropdown>
            <Button type="primary" onClick={() => adopt(true)}>
              {text.bar.adopt}
            </Button>
          </>
        }
      />
      <WorkbenchPanes
        model={model}
        actions={commands}
        steps={<StepsPane steps={workbench.steps} />}
        outlineTools={<SchemeTools />}
        barTools={
          <>
            {workbench.coverage !== null &&
              workbench.coverage.tokens > 0 &&
              workbench.coverage.unexplained.length === 0 && (
                <span className="quiet no-phone">{text.bar.covered}</span>
              )}
            {workbench.coverage !== null && workbench.coverage.unexplained.length > 0 && (
              <span className="figure-missing">{text.bar.uncovered(workbench.coverage.unexplained.length)}</span>
            )}
            <Button size="small" disabled={!canUndo || commands.isBusy} onClick={() => void commands.undo()}>
              {text.bar.undo}
            </Button>
          </>
        }
      />
      <Drawer
        open={isAdopting}
        onClose={() => adopt(false)}
        title={text.adoption.heading}
        size="min(560px, 100vw)"
        destroyOnHidden
      >
        <Adoption workbench={workbench} model={model} onAdopted={onAdopted} />
      </Drawer>
      <Drawer
        open={areVersionsShown}
        onClose={() => showVersions(false)}
        title={text.versions.heading}
        size="min(560px, 100vw)"
      >
        <VersionList isBare />
      </Drawer>
    </>
  )
}
