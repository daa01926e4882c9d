// Builds what `npx gongdao` and `npm start` run: the server and CLI by tsc, the web app by Vite.
console.log('build: nothing to build yet')
