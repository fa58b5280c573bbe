// Reads QR codes from the camera: with the browser's own reader where there is one, else with jsQR.
async function reader() {
  if ("BarcodeDetector" in window && (await BarcodeDetector.getSupportedFormats()).includes("qr_code")) {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  await import("./jsqr.js");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return (video) => {
    const scale = Math.min(1, 800 / video.videoWidth);
    canvas.width = video.videoWidth * scale;
    canvas.height = video.videoHeight * scale;
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return self.jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data;
  };
}

// Starts the camera and calls back with each code that comes into view; one that stays in view is one code. Gives what stops it.
export async function watch(video, seen) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  const read = await reader();
  let running = true;
  let last = { code: null, at: 0 };
  (async () => {
    while (running) {
      const code = video.readyState >= 2 ? await Promise.resolve(read(video)).catch(() => null) : null;
      const now = Date.now();
      if (code && (code !== last.code || now - last.at > 3000)) {
        last = { code, at: now };
        await seen(code);
      } else if (code) {
        last.at = now;
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  })();
  return () => {
    running = false;
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    video.hidden = true;
  };
}
