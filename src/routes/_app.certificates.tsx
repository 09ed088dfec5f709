import { createFileRoute } from '@tanstack/react-router'
import { certificateQueries } from '@/api/certificates'
import { prime } from '@/api/query-client'
import { CertificatesPage } from '@/features/certificates/certificates-page'
import { certificatesSearchSchema } from '@/features/certificates/certificates-search'

export const Route = createFileRoute('/_app/certificates')({
  validateSearch: certificatesSearchSchema,
  loader: ({ context: { queryClient } }) => {
    prime(queryClient, certificateQueries.stats())
  },
  component: Certificates,
})

function Certificates() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <CertificatesPage
      search={search}
      onSearchChange={(change, isReplacing = false) =>
        navigate({ search: (current) => ({ ...current, ...change }), replace: isReplacing })
      }
    />
  )
}
