import { useEffect } from 'react'
import { whereaboutsEndpoints } from '../../../../http/contract/registers/whereabouts.ts'
import { useAnswer } from '../../../parts/queries.ts'

const everyMs = 20_000

/** The board, asked again every 20 seconds, also on a screen nobody touches; what was read last stays while it fails. */
export function useBoard() {
  const board = useAnswer(whereaboutsEndpoints.readWhereaboutsBoard, {})
  const { refetch } = board
  useEffect(() => {
    const timer = setInterval(() => void refetch(), everyMs)
    return () => {
      clearInterval(timer)
    }
  }, [refetch])
  return board
}
