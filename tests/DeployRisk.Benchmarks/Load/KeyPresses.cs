using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace DeployRisk.Benchmarks.Load;

/// <summary>
/// Answers by key, again and again, and takes the time from the key press as the browser stamped it until "Saved" is on the
/// screen: the frame after the page said so.
/// </summary>
internal static class KeyPresses
{
    public const int Count = 200;

    private const int Questions = 5;
    private const int ForWarmUp = 2 * Questions;
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan MostPause = TimeSpan.FromMilliseconds(600);

    private const string Listening = """
        () => {
          window.seen = new Promise(resolve => {
            const save = document.querySelector('.sofar .save');
            const root = document.documentElement;
            let pressed;
            addEventListener('keydown', event => pressed = event.timeStamp, { capture: true, once: true });
            const watch = new MutationObserver(() => {
              if (save.dataset.state === 'saved' && !root.classList.contains('dr-unheard')) {
                watch.disconnect();
                requestAnimationFrame(() => {
                  const drawn = new MessageChannel();
                  drawn.port1.onmessage = () => resolve(performance.now() - pressed);
                  drawn.port2.postMessage(null);
                });
              }
            });
            watch.observe(save, { attributes: true, attributeFilter: ['data-state'] });
            watch.observe(root, { attributes: true, attributeFilter: ['class'] });
          });
        }
        """;

    private const string Watching = """
        () => {
          window.arrived = {};
          new MutationObserver(changes => {
            for (const { target } of changes) {
              window.arrived[target.id] = { value: target.dataset.answer, at: performance.timeOrigin + performance.now() };
            }
          }).observe(document.querySelector('main'), { subtree: true, attributes: true, attributeFilter: ['data-answer'] });
        }
        """;

    private const string Pressing = """
        () => addEventListener('keydown', event => {
          window.pressed = { id: document.querySelector('[data-question][data-current]').id, at: performance.timeOrigin + event.timeStamp };
        }, { capture: true, once: true })
        """;

    /// <summary>The time from a key press until another person's page shows the answer.</summary>
    /// <param name="page">Where the keys are pressed.</param>
    /// <param name="other">Somebody else's page at the same category of the same draft.</param>
    public static async Task<Distribution> ArriveAsync(IPage page, IPage other)
    {
        await other.EvaluateAsync(Watching);

        // Up to the first question, wherever the first one without an answer is.
        for (var number = 0; number < 2 * Questions; number++)
        {
            await page.Keyboard.PressAsync("k");
        }

        var times = new List<double>();
        for (var number = 0; number < ForWarmUp + Count; number++)
        {
            var (round, place) = Math.DivRem(number, Questions);
            var key = ((round + 2) % 5).ToString(CultureInfo.InvariantCulture);
            await page.EvaluateAsync(Pressing);
            await page.Keyboard.PressAsync(key);
            var pressed = await page.EvaluateAsync<JsonElement>("() => window.pressed");
            var arrived = await other.WaitForFunctionAsync(
                "([id, value]) => window.arrived[id]?.value === value && window.arrived[id].at",
                new[] { pressed.GetProperty("id").GetString()!, key });
            times.Add(await arrived.JsonValueAsync<double>() - pressed.GetProperty("at").GetDouble());
            if (place < Questions - 1)
            {
                await page.Keyboard.PressAsync(round % 2 == 0 ? "j" : "k");
            }

            await Task.Delay(LeastPause);
        }

        return new Distribution(times.Skip(ForWarmUp));
    }

    /// <summary>Goes down and up five questions, with another level each time, at the pace of somebody who knows the answers.</summary>
    public static async Task<Distribution> MeasureAsync(IPage page)
    {
        var random = new Random(1);
        var times = new List<double>();
        for (var number = 0; number < ForWarmUp + Count; number++)
        {
            var (round, place) = Math.DivRem(number, Questions);
            times.Add(await PressAsync(page, (round % 5).ToString(CultureInfo.InvariantCulture)));
            if (place < Questions - 1)
            {
                await page.Keyboard.PressAsync(round % 2 == 0 ? "j" : "k");
            }

            await Task.Delay(LeastPause + (random.NextDouble() * (MostPause - LeastPause)));
        }

        return new Distribution(times.Skip(ForWarmUp));
    }

    private static async Task<double> PressAsync(IPage page, string key)
    {
        await page.EvaluateAsync(Listening);
        await page.Keyboard.PressAsync(key);
        return await page.EvaluateAsync<double>("() => window.seen").WaitAsync(TimeSpan.FromSeconds(30));
    }
}
