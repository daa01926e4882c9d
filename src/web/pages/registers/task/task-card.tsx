import type { TaskCard } from '../../../../http/contract/registers/tasks.ts'
import { useText } from '../../../text/dictionary.ts'
import { tasksText } from '../../../text/tasks.ts'
import { Countdown } from './countdown.tsx'
import styles from './task.module.css'

type Props = { readonly task: TaskCard; readonly onOpen: () => void }

/** One task on the board: what, who, by when and how long there is. */
export function TaskCardButton({ task, onOpen }: Props) {
  const text = useText(tasksText)
  const { kind, title, people, office, dueAt, stateWords, column } = task
  return (
    <button type="button" className={styles.card} onClick={onOpen}>
      <b>{title}</b>
      <span>
        {office === null ? '' : `${office} `}
        {people.map(({ name }) => name).join('、')}
      </span>
      <span className={styles.cardFoot}>
        {kind !== 'task' && <span className={styles.kind}>{text.kinds[kind]}</span>}
        {dueAt !== null && <span className="figure quiet">{text.due(dueAt)}</span>}
        <Countdown task={task} />
        {column === 'ended' && <span className="quiet">{stateWords}</span>}
      </span>
    </button>
  )
}

/** A recurring duty, window by window. */
export function DutyLine({ task, onOpen }: Props) {
  const text = useText(tasksText)
  return (
    <button type="button" className={styles.card} onClick={onOpen}>
      <span className={styles.dutyHead}>
        <b>{task.title}</b>
        <span className="quiet">
          {task.windowWords} · {task.people.map(({ name }) => name).join('、')}
        </span>
      </span>
      <span className={styles.windows}>
        {task.windows.map((window) => {
          const isShort = window.isEnded && window.missing > 0
          const tone = isShort ? styles.late : window.isEnded ? styles.good : styles.far
          return (
            <span key={window.first} className={`${styles.window ?? ''} ${tone ?? ''}`}>
              <span>{windowName(window)}</span>
              <span className="figure">{text.window(window.handedIn, window.due)}</span>
              <span>
                {isShort
                  ? text.windowShort(window.missing)
                  : window.missing === 0
                    ? text.windowDone
                    : text.windowRunning}
              </span>
            </span>
          )
        })}
      </span>
    </button>
  )
}

type Window = TaskCard['windows'][number]

/** 3月, 一季度 as 1—3月, 全年 as 1—12月. */
function windowName({ first, last }: Window): string {
  const [from, to] = [Number(first.slice(5, 7)), Number(last.slice(5, 7))]
  return from === to ? `${String(from)}月` : `${String(from)}—${String(to)}月`
}
