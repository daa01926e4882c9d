import { describe, expect, test } from 'vitest'
import { centipoints } from '../primitives/centipoints.ts'
import { fen } from '../primitives/fen.ts'
import { changeWords, pointsWords, tellApart, yuanChangeWords, yuanWords } from './figure-words.ts'

describe('表上的数', () => {
  test('分两位小数，减号是减号，没评的说待评', () => {
    expect([pointsWords(centipoints(9650)), pointsWords(centipoints(-50)), pointsWords(null)]).toEqual([
      '96.50',
      '−0.50',
      '待评',
    ])
    expect([changeWords(centipoints(100)), changeWords(centipoints(0))]).toEqual(['+1.00', '0.00'])
    expect([yuanWords(fen(123_450)), yuanWords(fen(-1)), yuanChangeWords(fen(1))]).toEqual([
      '1,234.50',
      '−0.01',
      '+0.01',
    ])
  })

  test('同名的人用办公室区分，同一办公室的加序号，不用工号', () => {
    const people = [
      { name: '何青', office: '党办' },
      { name: '单晓云', office: '党办' },
      { name: '何青', office: '综治办' },
      { name: '何青', office: '综治办' },
    ]
    expect(tellApart(people)).toEqual(['何青（党办）', '单晓云', '何青（综治办·1）', '何青（综治办·2）'])
  })
})
