import type { WorkedExample } from '../../../../domain/scheme/scheme.ts'
import { changeText, pointsText, yuanText } from '../../../text/figure.ts'

type Given = WorkedExample['given'][number]

/** 3月15日，工作纪律：迟到，3次，市级. */
export function givenWords({ rule, quantity, on, level, matter, discretion }: Given): string {
  const day = `${String(Number(on.slice(0, 2)))}月${String(Number(on.slice(3)))}日`
  const parts = [
    day,
    rule,
    quantity === undefined ? null : `数量 ${pointsText(quantity)}`,
    level ?? null,
    discretion === undefined ? null : `裁量 ${pointsText(discretion)} 分`,
    matter === undefined ? null : `事项“${matter}”`,
  ]
  return parts.filter((part) => part !== null).join('，')
}

/** −2 分；扣发 20.00 元. */
export function expectedWords({ points, yuan }: WorkedExample['expected']): string {
  const said = `${changeText(points)} 分`
  return yuan === undefined ? said : `${said}；扣发 ${yuanText(yuan)} 元`
}
