import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'

/**
 * Goes on to what a command has made. An answer that comes after the page or dialog it was asked on was left takes
 * nobody away from where they are now.
 */
export function useGoOn(): (address: string) => void {
  const navigate = useNavigate()
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return (address) => {
    if (isHere.current) void navigate(address)
  }
}
