// Where images lie. Made first, so that an image can be built before the service that runs it is made (main.bicep).

@description('Begins the name of everything; small letters and digits.')
@minLength(4)
@maxLength(12)
param baseName string

@allowed(['swedencentral', 'northeurope', 'westeurope', 'germanywestcentral'])
param location string = 'swedencentral'

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: '${baseName}${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: 'Basic' }
  properties: {
    // The service pulls with its identity; nobody has a password.
    adminUserEnabled: false
  }
}

output CONTAINER_REGISTRY string = registry.name
