import { createFileRoute } from '@tanstack/react-router'
import { useMemo } from 'react'
import { searchChange } from './-search-change'
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
  const navigate = Route.useNavigate()
  const onSearchChange = useMemo(() => searchChange(navigate), [navigate])
  return <CertificatesPage address={Route.useSearch()} onSearchChange={onSearchChange} />
}
