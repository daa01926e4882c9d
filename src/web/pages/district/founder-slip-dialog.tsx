import { Alert, Button, Modal } from 'antd'
import type { FounderSlip } from '../../../http/contract/district.ts'
import { useText } from '../../text/dictionary.ts'
import { districtText } from '../../text/district.ts'
import { momentText } from '../../text/figure.ts'
import styles from './district.module.css'

/** A set-up code, this once: only a button closes it. */
export function FounderSlipDialog({
  slip,
  onClose,
}: {
  readonly slip: FounderSlip
  readonly onClose: () => void
}) {
  const text = useText(districtText)
  return (
    <Modal
      open
      title={text.slipTitle(slip.town)}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <div className="no-print">
          <Button onClick={() => window.print()}>{text.print}</Button>{' '}
          <Button type="primary" onClick={onClose}>
            {text.handedOver}
          </Button>
        </div>
      }
    >
      <Alert type="warning" showIcon title={text.slipOnce} className="no-print" />
      <div className={styles.slip}>
        <dl>
          <dt>{text.slipAddress}</dt>
          <dd>{`${window.location.origin}/activate`}</dd>
          <dt>{text.slipUser}</dt>
          <dd>{slip.signInName}</dd>
          <dt>{text.slipCode}</dt>
          <dd className={styles.code}>{slip.code}</dd>
          <dt>{text.slipUntil}</dt>
          <dd>{momentText(slip.validUntil)}</dd>
        </dl>
      </div>
    </Modal>
  )
}
