param baseName string
param location string
param subnet string
param zone string
param skuName string
param skuTier string
@minValue(7)
@maxValue(35)
param backupDays int
param login string
@secure()
param password string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: '${baseName}-${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: skuName, tier: skuTier }
  properties: {
    version: '17'
    administratorLogin: login
    administratorLoginPassword: password
    authConfig: { activeDirectoryAuth: 'Disabled', passwordAuth: 'Enabled' }
    storage: { storageSizeGB: 32, autoGrow: 'Enabled' }
    // What is erased lies in backups for so many days: docs/papper/gallringstabell.md names the number.
    backup: { backupRetentionDays: backupDays, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
    network: { delegatedSubnetResourceId: subnet, privateDnsZoneArmResourceId: zone }
  }

  resource database 'databases' = {
    name: 'tillitscoachen'
    properties: { charset: 'UTF8', collation: 'en_US.utf8' }
  }

  // When each transaction was made tells who answered when (docs/privacy-model.md).
  resource commitTimes 'configurations' = {
    name: 'track_commit_timestamp'
    properties: { value: 'off', source: 'user-override' }
    dependsOn: [database]
  }

  resource statements 'configurations' = {
    name: 'log_statement'
    properties: { value: 'none', source: 'user-override' }
    dependsOn: [commitTimes]
  }
}

output host string = server.properties.fullyQualifiedDomainName
