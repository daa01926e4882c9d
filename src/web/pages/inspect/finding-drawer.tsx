import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import type { InspectionKit } from '../../../http/contract/inspections.ts'
import { useText } from '../../text/dictionary.ts'
import { inspectText } from '../../text/inspect.ts'
import type { KitPerson, KitRule } from './choose-rule.ts'
import styles from './inspect.module.css'
import { PhotoPicker } from './photo-picker.tsx'
import type { QueuedFinding, QueuedPhoto, Ticked } from './queued-finding.ts'
import { RulePicker } from './rule-picker.tsx'

export type NotedFinding = Pick<Ticked, 'ruleId' | 'sentence' | 'quantity' | 'unit' | 'note'> & {
  readonly photos: readonly QueuedPhoto[]
}

type Props = {
  readonly kit: InspectionKit
  readonly office: string
  readonly person: Pick<KitPerson, 'name' | 'status'>
  /** A finding that was refused and is to be put right; null: a new one. */
  readonly startWith: QueuedFinding | null
  readonly onKeep: (noted: NotedFinding) => void
  readonly onClose: () => void
}

/** One finding: a clause, how many, a picture, done; the clause is the only thing asked for. */
export function FindingDrawer({ kit, office, person, startWith, onKeep, onClose }: Props) {
  const text = useText(inspectText)
  const [rule, setRule] = useState<KitRule | null>(
    kit.rules.find(({ ruleId }) => ruleId === startWith?.ticked?.ruleId) ?? null,
  )
  const [quantity, setQuantity] = useState(startWith?.ticked?.quantity ?? '1')
  const [note, setNote] = useState(startWith?.ticked?.note ?? '')
  const [photos, setPhotos] = useState<readonly QueuedPhoto[]>(startWith?.photos ?? [])
  const step = (by: number) => setQuantity(String(Math.max(1, Math.floor(Number(quantity) || 1) + by)))
  return (
    <Drawer
      open
      placement="bottom"
      size="min(92vh, 720px)"
      title={text.findingOf(person.name)}
      onClose={onClose}
      footer={
        rule !== null && (
          <Button
            block
            size="large"
            type="primary"
            onClick={() =>
              onKeep({ ruleId: rule.ruleId, sentence: rule.sentence, unit: rule.unit, quantity, note, photos })
            }
          >
            {text.keep}
          </Button>
        )
      }
    >
      {rule === null ? (
        <RulePicker kit={kit} office={office} person={person} onChoose={setRule} />
      ) : (
        <div className={styles.form}>
          <div className={styles.chosenRule}>
            <span>
              {rule.sentence}
              {rule.clause !== rule.sentence && <q className={styles.clause}>{rule.clause}</q>}
            </span>
            <Button size="small" onClick={() => setRule(null)}>
              {text.changeRule}
            </Button>
          </div>
          <div className={styles.quantity}>
            <span>{text.quantity}</span>
            <Button icon={<MinusOutlined />} aria-label={text.less} onClick={() => step(-1)} />
            <Input
              aria-label={text.quantity}
              className={`figure ${styles.quantityBox ?? ''}`}
              inputMode="decimal"
              maxLength={10}
              value={quantity}
              suffix={rule.unit ?? ''}
              onChange={({ target }) => setQuantity(target.value)}
            />
            <Button icon={<PlusOutlined />} aria-label={text.more} onClick={() => step(1)} />
          </div>
          <PhotoPicker photos={photos} wantsPlace={kit.wantsPlace} onChange={setPhotos} />
          <Input.TextArea
            aria-label={text.note}
            placeholder={text.note}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </div>
      )}
    </Drawer>
  )
}
