import { useQueryClient } from '@tanstack/react-query'
import { peopleEndpoints } from '../../../http/contract/people.ts'
import { call, download } from '../../parts/api.ts'
import { ImportFlow } from '../../parts/import-flow.tsx'
import { useText } from '../../text/dictionary.ts'
import { peopleText } from '../../text/people.ts'

export function RosterImport({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText(peopleText)
  const queryClient = useQueryClient()
  return (
    <ImportFlow
      open={open}
      onClose={onClose}
      onDone={() => void queryClient.invalidateQueries()}
      source={{
        title: text.importTitle,
        downloadTemplate: (format) =>
          download(peopleEndpoints.downloadRosterTemplate, `${text.templateName}.${format}`, {
            query: { format },
          }),
        check: (file) => call(peopleEndpoints.importRoster, { file, body: { mode: 'check' } }),
        commit: (file, idempotencyKey) =>
          call(peopleEndpoints.importRoster, { file, body: { mode: 'commit' }, idempotencyKey }),
        downloadProblems: (file) =>
          download(peopleEndpoints.markRosterProblems, `${text.problemsName}.xlsx`, { file }),
      }}
    />
  )
}
