import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { Diagnostic, Interpretation } from '../../../../domain/regulation/diagnostic.ts'
import { useText } from '../../../text/dictionary.ts'
import { momentText } from '../../../text/figure.ts'
import { schemeText } from '../../../text/scheme.ts'
import { schemeWorkText } from '../../../text/scheme-work.ts'
import { stepOfAnswer } from './answers.ts'
import styles from './cards.module.css'
import { FindingWays, leavingOf } from './finding-ways.tsx'
import { useWorkbench } from './workbench-context.ts'

type Props = { readonly finding: Diagnostic; readonly settled: Interpretation }

/** The answer beside its clause: what, by whom, when; it can be changed or taken back here. */
export function SettledAnswer({ finding, settled }: Props) {
  const words = useText(schemeWorkText).answers
  const text = useText(schemeText).edit
  const { actions, steps } = useWorkbench()
  const [isChanging, change] = useState(false)
  const step = stepOfAnswer(steps, settled)
  return (
    <div className={styles.answer}>
      <AnswerWords finding={finding} settled={settled} />
      {actions !== null && step !== null && (
        <div className={styles.tools}>
          <Button size="small" disabled={actions.isBusy} onClick={() => change(!isChanging)}>
            {isChanging ? words.keep : words.change}
          </Button>
          <Popconfirm
            title={words.takeBackAsk}
            description={words.takeBackWhy}
            okText={words.takeBack}
            cancelText={text.cancel}
            onConfirm={() => void actions.interpret([], [step.id])}
          >
            <Button size="small" disabled={actions.isBusy}>
              {words.takeBack}
            </Button>
          </Popconfirm>
        </div>
      )}
      {isChanging && step !== null && (
        <FindingWays finding={finding} replaces={step.id} onAnswered={() => change(false)} />
      )}
    </div>
  )
}

/** ✓ 已处理：读作“10”, 考核办 · 11-22 10:05. */
export function AnswerWords({ finding, settled }: Props) {
  const text = useText(schemeText).finding
  const words = useText(schemeWorkText).answers
  const { model, steps } = useWorkbench()
  const step = stepOfAnswer(steps, settled)
  const reading = settled.act === 'choose-reading' ? settled.reading : null
  const label = finding.readings?.find(({ key }) => key === reading)?.label ?? finding.fix?.label ?? reading ?? ''
  const how =
    settled.act === 'read-as'
      ? text.howReadAs(settled.text)
      : settled.act === 'leave'
        ? text.howLeft[leavingOf(model, finding)]
        : text.howReading(label)
  return (
    <div>
      <p className={styles.settled}>✓ {text.settledBy(how)}</p>
      {step !== null && <p className={styles.place}>{words.by(step.by, momentText(step.at))}</p>}
    </div>
  )
}
