// A network of its own: the database has no address on the internet.

param baseName string
param location string

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${baseName}-network'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'service'
        properties: {
          addressPrefix: '10.20.0.0/23'
          delegations: [{ name: 'service', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.20.2.0/28'
          delegations: [{ name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
    ]
  }

  resource service 'subnets' existing = { name: 'service' }
  resource database 'subnets' existing = { name: 'database' }
}

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${baseName}.private.postgres.database.azure.com'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
}

output serviceSubnet string = network::service.id
output databaseSubnet string = network::database.id
output databaseZone string = zone.id
