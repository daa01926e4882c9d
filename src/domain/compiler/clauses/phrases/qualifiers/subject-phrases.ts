import { phrasePattern, type PhraseTable } from '../phrase.ts'
import type { EndCircumstance } from './end-circumstance.ts'

/** Who pays: 责任人, 负责人, 其他人员. */
export const subjectPhrases: PhraseTable<EndCircumstance> = {
  title: '由谁承担',
  frame: '值班脱岗的，{例}扣2分。',
  rows: [
    {
      name: 'subject',
      pattern: phrasePattern(
        '(?<=^|[,、;对给由的])(?<value>(?:直接|主要|相关|有关|具体|第一)?责任人(?:员)?|(?:所在)?[^,、;。:()的\\d对由给]{0,6}负责人|其他(?:工作)?人员|其他(?:干部|同志|成员|班子成员)|当事人|拟稿人|核稿人|审核人|签发人|承办人|批准人|经手人|(?:签发|联系|包保|挂点|带队|牵头|值班)领导|驾驶员|(?:相关|有关)?责任方|第一书记|村?(?:支部)?书记|(?:驻村)?工作队(?:员|长)?|网格[员长]|[包驻]村(?:干部|领导)|(?:包片|带班|分管|主要)领导|经办人|责任(?:科室|单位|部门)|站所长|驻村干部)(?:各|均)?',
      ),
      examples: [
        '窗口负责人',
        '相关责任方',
        '拟稿人',
        '签发领导',
        '网格员',
        '责任人',
        '直接责任人',
        '科室负责人',
        '其他人员',
        '当事人',
        '分管领导',
        '责任单位',
      ],
      read: () => ({ field: 'subject' }),
    },
  ],
}
