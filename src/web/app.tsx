import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect } from 'react'
import { RouterProvider } from 'react-router/dom'
import { accountEndpoints } from '../http/contract/account.ts'
import { ApiError, whenSessionChanged } from './parts/api.ts'
import { answerKey } from './parts/queries.ts'
import { router } from './routes.tsx'
import { useLanguage } from './text/dictionary.ts'
import { theme } from './theme/theme.ts'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only a lost connection is worth asking again.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
    },
  },
})

const sessionKey = answerKey(accountEndpoints.readSession, {})

/** Who is signed in, and in which town, may change in another tab: it is asked again before this one goes on. */
function watchSession(): () => void {
  const askAgain = () => {
    void queryClient.invalidateQueries({ queryKey: sessionKey })
  }
  const whenSeen = () => {
    if (document.visibilityState === 'visible') askAgain()
  }
  document.addEventListener('visibilitychange', whenSeen)
  const stopListening = whenSessionChanged(askAgain)
  return () => {
    document.removeEventListener('visibilitychange', whenSeen)
    stopListening()
  }
}

export function App() {
  const language = useLanguage()
  useEffect(watchSession, [])
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false, scrollToFirstError: true }}
    >
      <AntApp message={{ top: 60 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
