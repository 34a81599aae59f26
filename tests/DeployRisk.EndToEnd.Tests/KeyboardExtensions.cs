using Microsoft.Playwright;

namespace DeployRisk.EndToEnd.Tests;

/// <summary>What a person without a mouse does.</summary>
internal static class KeyboardExtensions
{
    private const int Patience = 250;

    /// <summary>Presses Tab until the element has the focus.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target)
    {
        // Kept while it is in the page: to look it up again, the browser works out the names of all that could be meant.
        var element = await target.ElementHandleAsync();
        for (var pressed = 0; pressed < Patience; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await element.EvaluateAsync<bool>("element => element.isConnected"))
            {
                element = await target.ElementHandleAsync();
            }

            if (await element.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"{Patience} presses of Tab do not reach {target}.");
    }

    /// <summary>Goes to the field and types.</summary>
    public static async Task TypeIntoAsync(this IPage page, ILocator field, string text)
    {
        await page.TabToAsync(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to the link or button and presses Enter.</summary>
    public static async Task PressAsync(this IPage page, ILocator control)
    {
        await page.TabToAsync(control);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes to the group of choices, whose first one or chosen one has the focus then, and down to the wanted one.</summary>
    public static async Task ChooseAsync(this IPage page, ILocator choices, ILocator wanted)
    {
        await page.TabToAsync(choices.First);
        await page.Keyboard.PressAsync("Space");
        while (!await wanted.IsCheckedAsync())
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }
    }
}
