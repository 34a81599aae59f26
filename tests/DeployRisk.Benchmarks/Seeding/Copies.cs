using DeployRisk.Data;
using DeployRisk.Data.Tables;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DeployRisk.Benchmarks.Seeding;

/// <summary>
/// Copies assessments with their answers and results inside a SQLite database, under other ids, products, releases, people and
/// times. Columns come from the model, so that a new one is copied too.
/// </summary>
internal sealed class Copies(DeployRiskDbContext context)
{
    private static readonly Dictionary<string, string> Changed = new(StringComparer.Ordinal)
    {
        [nameof(AssessmentRow.Id)] = "copy.Id",
        [nameof(AnswerRow.AssessmentId)] = "copy.Id",
        [nameof(AssessmentRow.ProductId)] = "copy.ProductId",
        [nameof(AssessmentRow.ReleaseName)] = "copy.ReleaseName",
        [nameof(AssessmentRow.PlannedOn)] = "copy.PlannedOn",
        [nameof(AssessmentRow.StartedBy)] = "copy.Person",
        [nameof(AssessmentRow.LastEditedBy)] = "copy.Person",
        [nameof(AssessmentRow.SubmittedBy)] = "copy.Person",
        [nameof(AnswerRow.GivenBy)] = "copy.Person",
        [nameof(AssessmentRow.StartedAt)] = "original.StartedAt + copy.Later",
        [nameof(AssessmentRow.LastEditedAt)] = "original.LastEditedAt + copy.Later",
        [nameof(AssessmentRow.SubmittedAt)] = "original.SubmittedAt + copy.Later",
        [nameof(AnswerRow.GivenAt)] = "original.GivenAt + copy.Later",
    };

    /// <summary>Makes all of them in one transaction.</summary>
    public async Task MakeAsync(IEnumerable<CopyOrder> orders)
    {
        await context.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        await RunAsync(connection, transaction, "CREATE TEMP TABLE copy (Original BLOB, Id BLOB, ProductId BLOB, ReleaseName TEXT, PlannedOn TEXT, Person BLOB, Later INTEGER)");
        await WriteAsync(connection, transaction, orders);
        foreach (var (row, key) in new[]
        {
            (typeof(AssessmentRow), nameof(AssessmentRow.Id)),
            (typeof(ResultRow), nameof(ResultRow.AssessmentId)),
            (typeof(CategoryResultRow), nameof(CategoryResultRow.AssessmentId)),
            (typeof(AnswerRow), nameof(AnswerRow.AssessmentId)),
        })
        {
            await RunAsync(connection, transaction, CopyingOf(row, key));
        }

        await RunAsync(connection, transaction, "DROP TABLE copy");
        await transaction.CommitAsync();
    }

    private static async Task WriteAsync(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<CopyOrder> orders)
    {
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO copy VALUES ($original, $id, $product, $release, $planned, $person, $later)";
        foreach (var order in orders)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$original", order.Original.Value.ToByteArray(bigEndian: true));
            insert.Parameters.AddWithValue("$id", order.Id.Value.ToByteArray(bigEndian: true));
            insert.Parameters.AddWithValue("$product", order.Product.Value.ToByteArray(bigEndian: true));
            insert.Parameters.AddWithValue("$release", order.Release);
            insert.Parameters.AddWithValue("$planned", order.PlannedOn);
            insert.Parameters.AddWithValue("$person", order.Person.Value.ToByteArray(bigEndian: true));
            insert.Parameters.AddWithValue("$later", order.Later.Ticks);
            await insert.ExecuteNonQueryAsync();
        }
    }

    private string CopyingOf(Type row, string key)
    {
        var entity = context.Model.FindEntityType(row)!;
        var columns = entity.GetProperties().Select(property => property.GetColumnName()).ToList();
        var values = columns.Select(column => Changed.GetValueOrDefault(column, $"original.\"{column}\""));

        // CROSS JOIN goes through the copies in their order, which is that of the new ids.
        return $"""
            INSERT INTO "{entity.GetTableName()}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", values)} FROM copy CROSS JOIN "{entity.GetTableName()}" AS original ON original."{key}" = copy.Original
            """;
    }

    private static async Task RunAsync(SqliteConnection connection, SqliteTransaction transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
