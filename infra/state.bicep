// A small file share for what has to outlive a container and must not lie in the database: the list of erasures.

param baseName string
param location string
param environmentName string

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${baseName}${uniqueString(resourceGroup().id)}', 24)
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
  }

  resource files 'fileServices' = {
    name: 'default'
    resource share 'shares' = {
      name: 'state'
      properties: { shareQuota: 1 }
    }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' existing = { name: environmentName }

resource mounted 'Microsoft.App/managedEnvironments/storages@2025-01-01' = {
  parent: environment
  name: 'state'
  properties: {
    azureFile: {
      accountName: account.name
      accountKey: account.listKeys().keys[0].value
      shareName: 'state'
      accessMode: 'ReadWrite'
    }
  }
  dependsOn: [account::files::share]
}

output name string = mounted.name
