import { Button, Drawer, Steps } from 'antd'
import { useState } from 'react'
import type { ImportReport } from '../../http/contract/people.ts'
import { useText } from '../text/dictionary.ts'
import { partsText } from '../text/parts.ts'
import { messageOf } from './api.ts'
import styles from './import-flow.module.css'
import { CheckedSheet } from './import-check.tsx'
import { ChooseFile } from './import-choose-file.tsx'
import type { ImportSource } from './import-source.ts'
import { useIsPhone } from './use-is-phone.ts'
import { useIdempotencyKey } from './idempotency-key.ts'

type Stage =
  | { readonly at: 'choose'; readonly error: string | null }
  | { readonly at: 'checking' | 'storing'; readonly file: File; readonly report: ImportReport | null }
  | { readonly at: 'checked'; readonly file: File; readonly report: ImportReport; readonly error: string | null }
  | { readonly at: 'done'; readonly report: ImportReport }

/** 下载模板 → 上传 → 核对 → 完成: nothing is stored before 确认导入, and then all of it or nothing. */
export function ImportFlow({
  source,
  open,
  onClose,
  onDone,
}: {
  readonly source: ImportSource
  readonly open: boolean
  readonly onClose: () => void
  /** Called once rows were stored; the page asks for its figures anew. */
  readonly onDone: () => void
}) {
  const text = useText(partsText).import
  const isPhone = useIsPhone()
  const [stage, setStage] = useState<Stage>({ at: 'choose', error: null })
  const [key, renewKey] = useIdempotencyKey()

  const check = async (file: File) => {
    renewKey()
    setStage({ at: 'checking', file, report: null })
    try {
      setStage({ at: 'checked', file, report: await source.check(file), error: null })
    } catch (error) {
      setStage({ at: 'choose', error: messageOf(error) })
    }
  }
  const commit = async (file: File, report: ImportReport, store = source.commit) => {
    setStage({ at: 'storing', file, report })
    try {
      const outcome = await store(file, key)
      if (outcome.problems.length > 0 && outcome.stored === 0)
        setStage({ at: 'checked', file, report: outcome, error: null })
      else {
        setStage({ at: 'done', report: outcome })
        onDone()
      }
    } catch (error) {
      setStage({ at: 'checked', file, report, error: messageOf(error) })
    }
  }
  const startAgain = () => {
    setStage({ at: 'choose', error: null })
  }
  const close = () => {
    if (stage.at === 'checking' || stage.at === 'storing') return
    startAgain()
    onClose()
  }
  return (
    <Drawer open={open} onClose={close} title={source.title} size="min(1040px, 100vw)" mask={{ closable: false }}>
      <Steps
        size="small"
        current={stepOf(stage)}
        orientation="horizontal"
        responsive={false}
        titlePlacement={isPhone ? 'vertical' : 'horizontal'}
        items={[text.stepTemplate, text.stepUpload, text.stepCheck, text.stepDone].map((title) => ({ title }))}
        className={styles.steps ?? ''}
      />
      {(stage.at === 'choose' || stage.at === 'checking') && (
        <ChooseFile
          source={source}
          error={stage.at === 'choose' ? stage.error : null}
          isChecking={stage.at === 'checking'}
          onFile={(file) => void check(file)}
        />
      )}
      {(stage.at === 'checked' || stage.at === 'storing') && stage.report !== null && (
        <CheckedSheet
          report={stage.report}
          error={stage.at === 'checked' ? stage.error : null}
          isStoring={stage.at === 'storing'}
          onConfirm={() => void (stage.report !== null && commit(stage.file, stage.report))}
          {...(source.commitFaultless !== undefined && {
            onConfirmFaultless: () =>
              void (stage.report !== null && commit(stage.file, stage.report, source.commitFaultless)),
          })}
          onChooseAgain={startAgain}
          onDownloadProblems={() => source.downloadProblems(stage.file)}
        />
      )}
      {stage.at === 'done' && (
        <div className={styles.done} role="status">
          <p className={styles.doneTitle}>{text.done}</p>
          <p>{stage.report.summary}</p>
          <p className="quiet">
            {stage.report.fileName} · {text.stored(stage.report.stored)}
          </p>
          <div className={styles.buttons}>
            <Button type="primary" onClick={close}>
              {text.finish}
            </Button>
            <Button onClick={startAgain}>{text.another}</Button>
          </div>
        </div>
      )}
    </Drawer>
  )
}

function stepOf(stage: Stage): number {
  if (stage.at === 'choose') return 0
  if (stage.at === 'checking') return 1
  return stage.at === 'done' ? 3 : 2
}
