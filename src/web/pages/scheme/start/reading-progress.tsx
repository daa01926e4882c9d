import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { useText } from '../../../text/dictionary.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import styles from './start.module.css'

/** What is being read, for how long already, and a way to stop waiting for it. */
export function ReadingProgress({ words, onStop }: { readonly words: string; readonly onStop: () => void }) {
  const text = useText(schemeVersionsText).start
  const [seconds, count] = useState(0)
  useEffect(() => {
    const clock = setInterval(() => count((before) => before + 1), 1000)
    return () => clearInterval(clock)
  }, [])
  return (
    <div className={styles.progress} role="status">
      <p>
        {words}
        {seconds > 0 && <span className="quiet">　{text.seconds(seconds)}</span>}
      </p>
      {/* Reading tells nothing of how far it is: the bar nears its end and never says 100. */}
      <Progress percent={Math.round(95 * (1 - Math.exp(-(seconds + 1) / 4)))} status="active" showInfo={false} />
      <Button size="small" onClick={onStop}>
        {text.stop}
      </Button>
    </div>
  )
}
