import { createFileRoute, useRouter } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { useUsernameNow } from '@/api/session/session-context'
import { SignInPage } from '@/features/session/sign-in-page'
import { ownPath } from '@/lib/own-path'

const searchSchema = z.object({ redirect: z.catch(z.optional(z.string()), undefined) })

export const Route = createFileRoute('/sign-in')({
  validateSearch: searchSchema,
  beforeLoad: ({ context: { session } }) => session.restore(),
  component: SignIn,
})

function SignIn() {
  const { redirect } = Route.useSearch()
  const router = useRouter()
  const usernameNow = useUsernameNow()
  const open = (returnTo: string | undefined) => {
    const isKnown = (path: string) => router.getMatchedRoutes(path)[2] !== undefined
    const target = ownPath(returnTo, usernameNow() ?? '', isKnown)
    return router.navigate({ href: target, replace: true })
  }
  return <SignInPage returnTo={redirect} onSignedIn={(returnTo) => void open(returnTo)} />
}
