using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeployRisk.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AuditFilters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_SubjectId_At",
                table: "AuditTrail");

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_Action_Sequence",
                table: "AuditTrail",
                columns: new[] { "Action", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_By_Sequence",
                table: "AuditTrail",
                columns: new[] { "By", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_Product_Sequence",
                table: "AuditTrail",
                columns: new[] { "Product", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_SubjectId_Sequence",
                table: "AuditTrail",
                columns: new[] { "SubjectId", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_Action_Sequence",
                table: "AuditTrail");

            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_By_Sequence",
                table: "AuditTrail");

            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_Product_Sequence",
                table: "AuditTrail");

            migrationBuilder.DropIndex(
                name: "IX_AuditTrail_SubjectId_Sequence",
                table: "AuditTrail");

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrail_SubjectId_At",
                table: "AuditTrail",
                columns: new[] { "SubjectId", "At" });
        }
    }
}
