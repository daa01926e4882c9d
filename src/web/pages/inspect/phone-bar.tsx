import { CloudUploadOutlined, HomeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import mark from '../../theme/mark.svg'
import { useText } from '../../text/dictionary.ts'
import { inspectText } from '../../text/inspect.ts'
import styles from './inspect.module.css'
import type { Queue } from './use-queue.ts'

type Props = { readonly queue?: Queue; readonly onOpenQueue?: () => void }

/** What is this, and what still waits on the telephone: always in sight. */
export function PhoneBar({ queue, onOpenQueue }: Props) {
  const text = useText(inspectText)
  const findings = queue?.findings ?? []
  const refused = findings.filter(({ progress }) => progress.kind === 'refused').length
  return (
    <header className={styles.bar}>
      <img src={mark} alt="" width={24} height={24} />
      <h1 className={styles.title}>{text.title}</h1>
      {queue !== undefined && (
        <Button
          size="small"
          type={findings.length > 0 ? 'primary' : 'text'}
          danger={refused > 0}
          icon={<CloudUploadOutlined />}
          loading={queue.isSending}
          onClick={onOpenQueue}
        >
          {refused > 0
            ? text.refused(refused)
            : findings.length > 0
              ? text.waiting(findings.length)
              : text.allSent}
        </Button>
      )}
      <Link to="/" aria-label={text.home} className={styles.home}>
        <HomeOutlined />
      </Link>
    </header>
  )
}
