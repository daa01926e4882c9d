import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { endpoints } from '../../../http/contract/endpoints.ts'
import { call, download } from '../../parts/api.ts'
import { ImportFlow } from '../../parts/import-flow.tsx'
import { useRemembered } from '../../parts/remembered.ts'
import { useText } from '../../text/dictionary.ts'
import { ratingsText } from '../../text/ratings.ts'
import styles from './ratings.module.css'

type Props = { readonly year: number; readonly open: boolean; readonly onClose: () => void }

/** Marks from a sheet; where they come from is said once for the whole sheet. */
export function ImportRatings({ year, open, onClose }: Props) {
  const text = useText(ratingsText)
  const queryClient = useQueryClient()
  const [source, keepSource] = useRemembered('rating.source', '')
  const isReady = source.trim() !== ''
  return (
    <ImportFlow
      open={open}
      onClose={onClose}
      onDone={() => void queryClient.invalidateQueries()}
      source={{
        title: text.importTitle,
        before: (
          <label className={styles.importSource}>
            <span>{text.source}</span>
            <Input
              value={source}
              maxLength={200}
              placeholder={text.sourcePlaceholder}
              onChange={(event) => {
                keepSource(event.target.value)
              }}
            />
            <span className="quiet">{text.importNote}</span>
          </label>
        ),
        notReady: isReady ? null : text.sourceMissing,
        downloadTemplate: (format) =>
          download(endpoints.downloadRatingTemplate, `评分模板.${format}`, { query: { format } }),
        check: (file) => call(endpoints.importRatings, { body: { mode: 'check', year, source }, file }),
        commit: (file, idempotencyKey) =>
          call(endpoints.importRatings, { body: { mode: 'commit', year, source }, file, idempotencyKey }),
        downloadProblems: (file) =>
          download(endpoints.markRatingProblems, '评分（标出错误）.xlsx', { body: { year, source }, file }),
      }}
    />
  )
}
