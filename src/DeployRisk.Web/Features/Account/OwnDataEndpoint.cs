using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DeployRisk.Data.Stores.People;
using DeployRisk.Web.Shared;
using DeployRisk.Web.Shared.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DeployRisk.Web.Features.Account;

/// <summary>Gives people what is kept about them, as a file; by a form alone, which is counted like those at the doors: it leaves a trace and takes time.</summary>
public static class OwnDataEndpoint
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void MapOwnData(this WebApplication app) => app.MapPost(AppUrls.OwnData, GiveAsync);

    /// <param name="http">The request.</param>
    /// <param name="principal">Who asks.</param>
    /// <param name="store">Has the data.</param>
    /// <param name="clock">Tells the day for the file's name.</param>
    /// <param name="form">Bound so that the antiforgery token is demanded.</param>
    private static async Task<Results<PushStreamHttpResult, NotFound>> GiveAsync(
        HttpContext http, ClaimsPrincipal principal, OwnDataStore store, TimeProvider clock, [FromForm] IFormCollection form)
    {
        if (CurrentUser.ActorOf(principal) is not { } actor || await store.ExportAsync(actor.Id, http.RequestAborted) is not { } data)
        {
            return TypedResults.NotFound();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"deployrisk-my-data-{clock.GetUtcNow():yyyyMMdd}.json");
        return TypedResults.Stream(body => JsonSerializer.SerializeAsync(body, data, Readable, http.RequestAborted), "application/json; charset=utf-8", name);
    }
}
