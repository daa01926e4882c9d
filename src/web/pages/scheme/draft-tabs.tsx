import { useMemo } from 'react'
import type { Workbench } from '../../../http/contract/schemes.ts'
import { useText } from '../../text/dictionary.ts'
import { schemeText } from '../../text/scheme.ts'
import { schemeExamplesText } from '../../text/scheme-examples.ts'
import { schemeWorkText } from '../../text/scheme-work.ts'
import { ExamplesPane } from './examples/examples-pane.tsx'
import { DraftChanges } from './workbench/draft-changes.tsx'
import { FindingsPane } from './workbench/findings-pane.tsx'
import type { SideTab } from './workbench/side-tabs.tsx'
import { StepsPane } from './workbench/steps-pane.tsx'
import type { WorkbenchModel } from './workbench/workbench-model.ts'

/** What stands beside the outline of a draft. */
export function useDraftTabs(workbench: Workbench, model: WorkbenchModel): readonly SideTab[] {
  const text = useText(schemeText).tabs
  const words = useText(schemeWorkText)
  const examples = useText(schemeExamplesText)
  const { steps, base } = workbench
  return useMemo(
    () => [
      { key: 'findings', label: text.findings(model.pending.length), content: <FindingsPane /> },
      {
        key: 'examples',
        label: examples.tab(model.scheme.examples?.length ?? 0),
        content: <ExamplesPane />,
      },
      {
        key: 'changes',
        label: words.changes.tab,
        content: <DraftChanges base={base} />,
      },
      { key: 'steps', label: text.steps, content: <StepsPane steps={steps} /> },
    ],
    [text, words, examples, model, steps, base],
  )
}
