// Everything that Tillitscoachen needs in an Azure subscription, but for the registry (registry.bicep) and the app in Entra ID
// (entraApp.json). docs/deploy.md goes through it step by step.

@description('Begins the name of everything; small letters and digits.')
@minLength(4)
@maxLength(12)
param baseName string

@description('Where everything is run and stored.')
@allowed(['swedencentral', 'northeurope', 'westeurope', 'germanywestcentral'])
param location string = 'swedencentral'

@description('Where Azure Bot keeps its registration: westeurope keeps it within the EU.')
@allowed(['westeurope', 'global'])
param botLocation string = 'westeurope'

@description('F0 costs nothing and has no service level; S1 has one.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('The app in Entra ID that the bot and HR’s page sign in with.')
param appId string
@secure()
param appPassword string

@description('32 bytes in base64: openssl rand -base64 32. A copy belongs in a safe place outside Azure.')
@secure()
param serviceKey string

@secure()
@minLength(16)
param databasePassword string

@description('The registry of registry.bicep, and the image’s tag in it.')
param registryName string
param imageTag string

@description('The region’s own host name, or empty for the one that Container Apps gives.')
param pageHost string = ''
@description('Of a certificate for pageHost in the environment of Container Apps; empty until it is there.')
param certificateId string = ''

@description('Whom the bot points to, as it stands in a sentence: Fråga …')
param hrContact string = 'din HR-avdelning'

@minValue(1)
@maxValue(10)
param minReplicas int = 2

param databaseSkuName string = 'Standard_B1ms'
@allowed(['Burstable', 'GeneralPurpose'])
param databaseSkuTier string = 'Burstable'

@description('Days that backups of the database are kept.')
@minValue(7)
@maxValue(35)
param backupDays int = 14

var databaseLogin = 'tillitscoachen'

module network 'network.bicep' = {
  name: 'network'
  params: { baseName: baseName, location: location }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    baseName: baseName
    location: location
    subnet: network.outputs.databaseSubnet
    zone: network.outputs.databaseZone
    skuName: databaseSkuName
    skuTier: databaseSkuTier
    backupDays: backupDays
    login: databaseLogin
    password: databasePassword
  }
}

module secrets 'secrets.bicep' = {
  name: 'secrets'
  params: {
    baseName: baseName
    location: location
    registryName: registryName
    appPassword: appPassword
    serviceKey: serviceKey
    databaseUrl: 'postgres://${databaseLogin}:${uriComponent(databasePassword)}@${database.outputs.host}:5432/tillitscoachen?sslmode=verify-full'
  }
}

// The service's log holds no words of any person (docs/privacy-model.md), and is kept for a month.
resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${baseName}-logs'
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${baseName}-environment'
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: network.outputs.serviceSubnet, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

module state 'state.bicep' = {
  name: 'state'
  params: { baseName: baseName, location: location, environmentName: environment.name }
}

var host = empty(pageHost) ? '${baseName}-service.${environment.properties.defaultDomain}' : pageHost

module service 'service.bicep' = {
  name: 'service'
  params: {
    baseName: baseName
    location: location
    environmentId: environment.id
    stateName: state.outputs.name
    identity: secrets.outputs.identity
    vaultUri: secrets.outputs.vaultUri
    registryServer: secrets.outputs.registryServer
    imageTag: imageTag
    host: host
    certificateId: certificateId
    minReplicas: minReplicas
    settings: [
      { name: 'MICROSOFT_APP_ID', value: appId }
      { name: 'MICROSOFT_APP_TENANT_ID', value: tenant().tenantId }
      { name: 'MICROSOFT_APP_TYPE', value: 'SingleTenant' }
      { name: 'PAGE_HOST', value: host }
      { name: 'HR_CONTACT', value: hrContact }
    ]
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${baseName}-bot'
  location: botLocation
  kind: 'azurebot'
  sku: { name: botSku }
  properties: {
    displayName: 'Tillitscoachen'
    endpoint: 'https://${host}/api/messages'
    msaAppId: appId
    msaAppTenantId: tenant().tenantId
    msaAppType: 'SingleTenant'
    // The bot is reached with tokens of Entra ID only.
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: botLocation
    properties: {
      channelName: 'MsTeamsChannel'
      properties: { isEnabled: true }
    }
  }
}

output PAGE_HOST string = host
