namespace DeployRisk.Data.Migrations;

/// <summary>Before products had members everybody could do everything: whoever was there keeps it, and who made a product owns it.</summary>
internal static class MembersOfOlderProducts
{
    public const string Sql =
        """
        INSERT INTO "ProductMembers" ("ProductId", "PersonId", "Role")
        SELECT product."Id", person."Id", CASE WHEN person."Id" = product."CreatedBy" THEN 'Owner' ELSE 'Contributor' END
        FROM "Products" AS product CROSS JOIN "AspNetUsers" AS person
        WHERE product."IsSample" OR NOT person."IsSample"
        """;
}
