import { useLayoutEffect, useRef, useState } from 'react'

/** How far below the top of the page an element begins, also when what stands above it grows. */
export function usePageOffset<E extends HTMLElement>() {
  const ref = useRef<E>(null)
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      const box = ref.current?.getBoundingClientRect()
      if (box) setOffset(Math.round(box.top + window.scrollY))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  return { ref, offset }
}
