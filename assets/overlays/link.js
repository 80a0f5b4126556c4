// The link of a page with the program: connects, goes on connecting, and knows for how long nothing was heard.

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 2000;
export const LOST_MS = 5000;

// `heard` receives each message. Gives `send`, and `silentMs`, to be asked regularly: it also gives up a dead socket.
export function openLink(page, heard) {
  const address = new URL(`ws?page=${encodeURIComponent(page)}`, location.href);
  address.protocol = "ws:";
  let socket = null;
  let wait = FIRST_WAIT_MS;
  let heardAt = performance.now();
  let triedAt = 0;

  function connect() {
    triedAt = performance.now();
    const opened = new WebSocket(address);
    socket = opened;
    opened.onmessage = (event) => {
      if (opened !== socket) return;
      heardAt = performance.now();
      wait = FIRST_WAIT_MS;
      heard(JSON.parse(event.data));
    };
    opened.onclose = () => {
      if (opened !== socket) return;
      setTimeout(connect, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  }

  connect();
  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    silentMs() {
      const now = performance.now();
      // A program that hangs keeps its sockets open: try another one.
      if (socket.readyState <= WebSocket.OPEN && now - Math.max(heardAt, triedAt) > LOST_MS) {
        socket.close();
        connect();
      }
      return now - heardAt;
    },
  };
}
