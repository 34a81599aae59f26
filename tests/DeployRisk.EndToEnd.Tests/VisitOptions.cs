namespace DeployRisk.EndToEnd.Tests;

/// <summary>Who looks, and at what.</summary>
/// <param name="Locale">The browser's language.</param>
/// <param name="Width">Width of the window in CSS pixels.</param>
/// <param name="Dark">Whether the system prefers dark.</param>
public sealed record VisitOptions(string Locale = "en-GB", int Width = 1280, bool Dark = false);
