import { render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { Columns } from './Columns'

/** Says how often it was begun anew. */
let begun = 0
function Matter() {
  useState(() => {
    begun += 1
  })
  return <p>The matter</p>
}

it('leaves the matter as it is when its circumstances arrive', () => {
  const { rerender } = render(
    <Columns>
      <Matter />
    </Columns>,
  )
  rerender(
    <Columns aside={<p>The circumstances</p>}>
      <Matter />
    </Columns>,
  )

  expect(screen.getByText('The circumstances')).toBeInTheDocument()
  expect(begun).toBe(1)
})
