import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { createQueryClient } from './api/queryClient'
import { createAppRouter } from './router'
import { changeReader } from './session/changeReader'
import { readSession } from './session/sessionQuery'
import { onSessionChange } from './session/token'
import { cssVariablesResolver } from './theme/theme'
import { useSpokenTheme } from './theme/useSpokenTheme'

const queryClient = createQueryClient()
const router = createAppRouter(queryClient)
const colourScheme = localStorageColorSchemeManager({ key: 'champions.colour-scheme' })

export function App() {
  const theme = useSpokenTheme()
  useEffect(() => onSessionChange(async () => changeReader(queryClient, router, await readSession())), [])
  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={colourScheme}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}
