import { gatheringEndpoints, type GatheringView } from '../../../../http/contract/registers/gatherings.ts'
import { call, download } from '../../../parts/api.ts'
import type { ImportSource } from '../../../parts/import-source.ts'
import { ImportButton } from '../../../parts/register/import-button.tsx'
import { useText } from '../../../text/dictionary.ts'
import { gatheringText } from '../../../text/gatherings.ts'

/** Takes in the list that was signed on paper; the template is everyone called. */
export function ImportSignInList({ gathering: { id, title } }: { readonly gathering: GatheringView }) {
  const text = useText(gatheringText)
  const { downloadGatheringRoll, importSignInList, markSignInProblems } = gatheringEndpoints
  const params = { gatheringId: id }
  const source: ImportSource = {
    title: text.importListTitle(title),
    before: text.importListIntro,
    downloadTemplate: (format) =>
      download(downloadGatheringRoll, `${title} ${text.rollSheet}.${format}`, { params, query: { format } }),
    check: (file) => call(importSignInList, { params, body: { mode: 'check' }, file }),
    commit: (file, idempotencyKey) =>
      call(importSignInList, { params, body: { mode: 'commit' }, file, idempotencyKey }),
    downloadProblems: (file) =>
      download(markSignInProblems, `${text.importListProblems(title)}.xlsx`, { params, body: {}, file }),
  }
  return <ImportButton source={source} words={text.importList} />
}
