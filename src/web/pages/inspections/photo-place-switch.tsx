import { Switch } from 'antd'
import { inspectionEndpoints } from '../../../http/contract/inspections.ts'
import { useAnswer, useCommand } from '../../parts/queries.ts'
import { useText } from '../../text/dictionary.ts'
import { inspectionText } from '../../text/inspections.ts'
import styles from './inspections.module.css'

/** Whether pictures keep when and where they were taken; off unless the office wants it. */
export function PhotoPlaceSwitch() {
  const text = useText(inspectionText)
  const { data } = useAnswer(inspectionEndpoints.readInspectionSettings, {})
  const change = useCommand(inspectionEndpoints.changeInspectionSettings)
  if (data === undefined) return null
  return (
    <label className={styles.setting}>
      <Switch
        size="small"
        checked={data.wantsPlace}
        loading={change.isPending}
        onChange={(wantsPlace) => change.mutate({ body: { wantsPlace } })}
      />
      <span>
        {text.photoPlace} <span className="quiet">{text.photoPlaceHint}</span>
      </span>
    </label>
  )
}
