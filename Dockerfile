FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Told by /version. `docker build --build-arg COMMIT=$(git rev-parse HEAD) .`
ARG COMMIT=
RUN npm run build

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build --chown=node:node /app/dist dist
COPY cards cards
COPY knowledge knowledge
COPY package.json ./
RUN mkdir data && chown node data
USER node
EXPOSE 3978
CMD ["node", "--enable-source-maps", "dist/src/serve.js"]
