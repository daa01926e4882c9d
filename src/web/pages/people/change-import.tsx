import { useQueryClient } from '@tanstack/react-query'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { call, download } from '../../parts/api.ts'
import { ImportFlow } from '../../parts/import-flow.tsx'
import { useText } from '../../text/dictionary.ts'
import { peopleChangeText } from '../../text/people-change.ts'

export function ChangeImport({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText(peopleChangeText)
  const queryClient = useQueryClient()
  return (
    <ImportFlow
      open={open}
      onClose={onClose}
      onDone={() => void queryClient.invalidateQueries()}
      source={{
        title: text.importTitle,
        downloadTemplate: (format) =>
          download(endpoints.downloadChangeTemplate, `${text.templateName}.${format}`, { query: { format } }),
        check: (file) => call(endpoints.importChanges, { file, body: { mode: 'check' } }),
        commit: (file, idempotencyKey) =>
          call(endpoints.importChanges, { file, body: { mode: 'commit' }, idempotencyKey }),
        downloadProblems: (file) => download(endpoints.markChangeProblems, `${text.problemsName}.xlsx`, { file }),
      }}
    />
  )
}
